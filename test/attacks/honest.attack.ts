import { describeRows } from './describeRows.js'
import { honestRows } from './honest/rows.js'

const rows = honestRows.map((row) => ({ ...row, isHonest: true }))

describeRows([
  { name: 'an honest answer as it streams', rows, path: 'stream', cuts: 200 },
  { name: 'an honest answer through react-markdown', rows, path: 'react-markdown', cuts: 0 },
])
