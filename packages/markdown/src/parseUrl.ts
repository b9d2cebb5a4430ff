/**
 * Reads an address as a browser does; undefined where it is none.
 * Not `URL.canParse`: once it is hot, Node 20 reads `ü` and its like as broken UTF-8 and says no.
 */
export function parseUrl(unsafeUrl: string, base?: string): URL | undefined {
  try {
    return new URL(unsafeUrl, base)
  } catch {
    return undefined
  }
}
