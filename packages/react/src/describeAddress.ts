/** A judged address in the parts a reader needs: `before` + `host` + `after` is the whole of it. */
export interface AddressParts {
  readonly before: string
  readonly host: string
  readonly after: string
  /** Characters of data that travel with the request, or 0 where an address has no more than a page's own. */
  readonly payload: number
  readonly hasUserinfo: boolean
}

/** Characters of a query and fragment, and of a path, that a page's own address has; longer ones can carry a sentence. */
const plainQuery = 40
const plainPath = 120

/** Characters of one piece (a segment, a value, a label) from which on it is looked at. */
const shortestCode = 20

/** Bits per character from which on a piece is no word: base64 and hexadecimal numbers have more. */
const codeEntropy = 3.4

/** Splits an address so that its host can stand out, and counts what it carries. */
export function describeAddress(url: string): AddressParts {
  const parsed = parse(url)
  if (parsed === undefined || parsed.host === '' || !/^https?:$/.test(parsed.protocol)) {
    return describeOpaque(url)
  }
  const { username, password, host, pathname, protocol } = parsed
  const hasUserinfo = username !== '' || password !== ''
  const userinfo = hasUserinfo ? username + (password === '' ? '' : ':' + password) + '@' : ''
  const before = protocol + '//' + userinfo
  // Out of the address itself: `search` and `hash` do not tell of a lone `?` or `#`.
  const after = url.slice(before.length + host.length)
  const isLong = after.length - pathname.length > plainQuery || pathname.length > plainPath
  const inPath = isLong || after.split(/[/?&=#;,]/).some(isCode) ? after.length - 1 : 0
  const inHost = codeInHost(parsed.hostname)
  return {
    before,
    host,
    after: after === '/' ? '' : after,
    payload: inPath + inHost + userinfo.length,
    hasUserinfo,
  }
}

/** Mail, phone and application addresses: what stands behind the name goes along. */
function describeOpaque(url: string): AddressParts {
  const colon = url.indexOf(':') + 1
  const question = url.indexOf('?')
  const end = question < 0 ? url.length : question
  const isWebLike = !/^(?:mailto|tel):/.test(url)
  const isHeavy = url.length - end > plainQuery || (isWebLike && url.length > plainPath)
  return {
    before: url.slice(0, colon),
    host: url.slice(colon, end),
    after: url.slice(end),
    payload: isHeavy ? url.length - (isWebLike ? colon : end + 1) : 0,
    hasUserinfo: false,
  }
}

/** Names of hosts are asked for even where nothing is loaded: a label can carry data to whoever answers for it. */
function codeInHost(hostname: string): number {
  const labels = hostname.split('.').slice(0, -2)
  const codes = labels.filter((label) => !label.startsWith('xn--') && isCode(label))
  const length = labels.join('').length
  return codes.length > 0 || length > plainQuery ? length : 0
}

/**
 * Says whether a piece looks like data and not like words or a number: long, without the hyphens and low lines of a
 * title, and with as many different characters as only a code has.
 */
function isCode(piece: string): boolean {
  if (piece.length < shortestCode || /%[\dA-F]{2}.*%[\dA-F]{2}/i.test(piece)) return false
  // Hexadecimal: a fingerprint of a file looks the same, and is told of too.
  if (/^[\da-f]+$/i.test(piece)) return true
  // A title has a hyphen, a low line or a plus every few letters; a code without them is one word.
  const words = piece.split(/[-_+.~]/)
  if (
    words.every((word) => word.length < shortestCode && !/\d[A-Za-z]|[a-z][A-Z].*[A-Z]/.test(word))
  ) {
    return false
  }
  return entropyOf(piece) >= codeEntropy
}

function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const amount of counts.values())
    bits -= (amount / text.length) * Math.log2(amount / text.length)
  return bits
}

/** Not `URL.canParse`, which is wrong about Latin-1 strings in Node 20 once it is hot. */
function parse(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
