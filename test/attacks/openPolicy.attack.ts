import { classes } from './corpus/classes.js'
import { describeRows } from './describeRows.js'

// Without a policy of the page everything would load: what stops it is the renderer alone.
const rows = classes.flatMap(({ rows }) => rows)
const raw = rows
  .map(({ name, unsafe }) => ({ name, unsafe }))
  .filter(({ unsafe }) => unsafe.length < 1_000)

describeRows([
  { name: 'a page without a policy', rows, path: 'stream', cuts: 0, csp: 'open' },
  {
    name: 'a page without a policy, with hostile plugins',
    rows: raw,
    path: 'hostile-plugins',
    cuts: 0,
    csp: 'open',
  },
])
