import { classes } from './corpus/classes.js'
import { describeRows } from './describeRows.js'

const all = classes.filter(({ name }) => name !== 'flood').flatMap(({ rows }) => rows)
/** Where plugins of others change what is shown, only what may be there is looked at. */
const withoutWords = all.map(({ name, unsafe }) => ({ name, unsafe }))

describeRows([
  { name: 'through react-markdown', rows: all, path: 'react-markdown', cuts: 6 },
  { name: 'through our plugin in plain react-markdown', rows: all, path: 'plain-plugin', cuts: 0 },
  { name: 'with raw HTML made to elements', rows: withoutWords, path: 'raw', cuts: 6 },
  { name: 'with hostile plugins', rows: withoutWords, path: 'hostile-plugins', cuts: 0 },
  {
    name: 'with raw HTML and our plugin in plain react-markdown',
    rows: withoutWords,
    path: 'plain-raw',
    cuts: 3,
  },
])
