import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArena, type Arena } from './arena.js'
import { bundleServer } from './bundle.js'
import { classes } from './corpus/classes.js'
import { failuresByName } from './failuresByName.js'
import { honestRows } from './honest/rows.js'
import type { renderRows as renderRowsOf } from './page/renderRows.js'
import type { PageRow } from './page/runRow.js'

const attacks = classes.filter(({ name }) => name !== 'flood').flatMap(({ rows }) => rows)
const honest = honestRows.map((row) => ({ ...row, isHonest: true }))
const rows: readonly PageRow[] = [...attacks, ...honest]

let renderRows: typeof renderRowsOf

beforeAll(async () => {
  renderRows = (await import(await bundleServer())).renderRows
})

describe.each([
  { path: 'stream', csp: 'strict' },
  { path: 'react-markdown', csp: 'strict' },
  { path: 'stream', csp: 'open' },
  { path: 'hostile-plugins', csp: 'open' },
] as const)('what a server draws by $path, in a page with the $csp policy', ({ path, csp }) => {
  let arena: Arena
  let html: string
  let failures: ReadonlyMap<string, readonly string[]>
  let alarms: readonly string[]

  beforeAll(async () => {
    arena = await openArena(csp)
    html = renderRows(rows, path)
    failures = failuresByName(await arena.hydrate(rows, { html, path }))
    alarms = await arena.takeAlarms()
  })

  afterAll(() => arena.close())

  it('holds no preload and nothing that fetches', () => {
    expect(html.match(/<(?:link|img|script|iframe|source|video|audio|object|embed)\b[^>]*>/g)).toBe(
      null,
    )
  })

  it('asks for nothing, before and after the page takes over', () => {
    expect(alarms).toEqual([])
  })

  it('is what the browser draws, within the same bounds', () => {
    const lines = [...failures].map(([name, about]) => `${name}: ${about.join(', ')}`)
    expect(lines.join('\n')).toBe('')
  })
})
