import { classes } from './corpus/classes.js'
import { describeBounds } from './describeRows.js'

const rows = classes.flatMap(({ rows }) => rows)
const short = rows.filter(({ unsafe }) => unsafe.length < 1_000)

// Without a policy of the page everything would load: what stops it is the renderer alone.
describeBounds('open', [
  { name: 'without a policy of the page', rows, path: 'stream', cuts: 0 },
  { name: 'without one, with raw HTML', rows: short, path: 'raw', cuts: 0 },
  { name: 'without one, with hostile plugins', rows: short, path: 'hostile-plugins', cuts: 0 },
  { name: 'without one, with our plugin alone', rows: short, path: 'plain-raw', cuts: 0 },
])
