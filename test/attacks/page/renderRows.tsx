import { renderToString } from 'react-dom/server'
import { paths, type PathName } from './paths.js'
import type { PageRow } from './runRow.js'

/** Draws each row the way a server does, into the boxes that `hydrateRows` looks for. */
export function renderRows(rows: readonly PageRow[], path: PathName): string {
  return rows
    .map(({ unsafe }, index) => {
      const drawn = paths[path]({ text: unsafe, streaming: false, onBlocked: () => {} })
      const html = renderToString(drawn, { identifierPrefix: `m${index}` })
      return `<div id="row-${index}">${html}</div>`
    })
    .join('\n')
}
