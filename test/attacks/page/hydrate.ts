import { flushSync } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'
import { inspect } from './inspect.js'
import { nextTask } from './nextTask.js'
import { paths, type PathName } from './paths.js'
import type { Failure, PageRow } from './runRow.js'
import { shownText } from './shownText.js'
import { note, takeHappened } from './watch.js'

/** Looks at rows that a server drew into this page, then lets React take them over, and looks again. */
export async function hydrateRows(rows: readonly PageRow[], path: PathName): Promise<Failure[]> {
  const failures: Failure[] = []
  for (const [index, row] of rows.entries()) {
    const element = document.querySelector(`#row-${index}`)
    const add = (when: string, seen: readonly string[]) =>
      failures.push(...seen.map((one) => ({ name: row.name, when, seen: one })))
    if (element === null) {
      add('from the server', ['nothing'])
      continue
    }
    const look = (when: string) => {
      add(when, inspect(element, { allowsHidden: row.isHonest === true }))
    }
    look('from the server')
    const words = shownText(element)
    const onError = (error: unknown) => note(`hydration ${String(error)}`)
    flushSync(() =>
      hydrateRoot(
        element,
        paths[path]({ text: row.unsafe, streaming: false, onBlocked: () => {} }),
        {
          identifierPrefix: `m${index}`,
          onRecoverableError: onError,
          onCaughtError: onError,
          onUncaughtError: onError,
        },
      ),
    )
    await nextTask()
    look('taken over')
    if (shownText(element) !== words) add('taken over', [`other words than ${words}`])
    add('taken over', takeHappened())
  }
  return failures
}
