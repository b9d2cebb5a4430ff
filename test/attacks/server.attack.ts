import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArena, type Arena } from './arena.js'
import { bundleServer } from './bundle.js'
import { classes } from './corpus/classes.js'
import { failuresByName } from './failuresByName.js'
import { isGap } from './gaps.js'
import { honestRows } from './honest/rows.js'
import type { PageRow } from './page/runRow.js'

type Server = typeof import('./page/renderRows.js')

const attacks = classes.filter(({ name }) => name !== 'flood').flatMap(({ rows }) => rows)
const rows: readonly PageRow[] = [
  ...attacks,
  ...honestRows.map((row) => ({ ...row, isHonest: true })),
]

let server: Server

beforeAll(async () => {
  server = (await import(await bundleServer())) as Server
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
    const asked =
      path === 'hostile-plugins' ? attacks.map(({ name, unsafe }) => ({ name, unsafe })) : rows
    html = server.renderRows(asked, path)
    failures = failuresByName(await arena.hydrate(asked, { html, path }))
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
    const seen = [...failures].filter(([name]) => !isGap(`server ${path}`, name))
    expect(Object.fromEntries(seen)).toEqual({})
  })
})
