import { hydrateRows } from './hydrate.js'
import type { PathName } from './paths.js'
import { runRow, type Failure, type PageRow, type RunOptions } from './runRow.js'
import { watch } from './watch.js'

watch()

/** What the tests call in the page. */
export interface AttackedPage {
  readonly run: (rows: readonly PageRow[], options: RunOptions) => Promise<Failure[]>
  readonly hydrate: (rows: readonly PageRow[], path: PathName) => Promise<Failure[]>
}

async function run(rows: readonly PageRow[], options: RunOptions): Promise<Failure[]> {
  const failures: Failure[] = []
  for (const row of rows) failures.push(...(await runRow(row, options)))
  return failures
}

const page: AttackedPage = { run, hydrate: hydrateRows }
Object.assign(window, { attackedPage: page })
