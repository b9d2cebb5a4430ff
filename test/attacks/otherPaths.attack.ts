import { classes } from './corpus/classes.js'
import { describeBounds, describeRows } from './describeRows.js'

const rows = classes.filter(({ name }) => name !== 'flood').flatMap(({ rows }) => rows)

describeRows([
  { name: 'through react-markdown', rows, path: 'react-markdown', cuts: 6 },
  { name: 'through our plugin alone', rows, path: 'plain-plugin', cuts: 0 },
])

// Plugins of others change what is shown; what may be there at all is what counts.
describeBounds('strict', [
  { name: 'with raw HTML made to elements', rows, path: 'raw', cuts: 4 },
  { name: 'with hostile plugins', rows, path: 'hostile-plugins', cuts: 0 },
  { name: 'with raw HTML and our plugin alone', rows, path: 'plain-raw', cuts: 3 },
])
