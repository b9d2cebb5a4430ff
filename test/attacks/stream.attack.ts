import { classes } from './corpus/classes.js'
import { describeRows } from './describeRows.js'

describeRows(
  classes.map(({ name, rows }) => ({
    name,
    rows,
    path: 'stream' as const,
    cuts: name === 'flood' ? 8 : 200,
  })),
)
