/** Schemes that run or reach what no link of a text may, whatever a policy says. */
const forbidden =
  /^(?:javascript|vbscript|livescript|mocha|data|blob|filesystem|file|about|view-source|feed|jar|chrome|edge|resource|moz-extension|chrome-extension|ms-(?:msdt|officecmd)|search-ms|wyciwyg)$/

/** Says whether a link may be given this scheme at all, `https` or an application's. */
export function isScheme(scheme: string): boolean {
  return /^[a-z][a-z0-9+.-]{0,40}$/.test(scheme) && !forbidden.test(scheme)
}
