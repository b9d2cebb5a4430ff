/** A judged address in the parts a reader needs: `before` + `host` + `after` is the whole of it. */
export interface AddressParts {
  readonly before: string
  readonly host: string
  readonly after: string
  /** Characters of data that travel with the request, or 0 where an address has few. */
  readonly payload: number
  readonly hasUserinfo: boolean
}

/** A search of a few words or a campaign; what is longer can carry a sentence. */
const plainQuery = 40
/** The title of an article after its section. */
const plainPath = 120
/** Names of servers before the site's own. */
const plainLabels = 40
/** Git's hash of a commit, 40 digits of 4 bits. */
const plainBits = 160
/** The name of a distribution, such as `d111111abcdef8.cloudfront.net`. */
const plainHostBits = 70

/**
 * Splits an address so that its host can stand out, and counts what it carries. It carries data
 * where its query and fragment, its path, or the labels before the site's name are long, or where
 * its parts look random beyond what a commit's hash or a server's name needs.
 */
export function describeAddress(url: string): AddressParts {
  const parsed = parse(url)
  if (parsed === undefined || parsed.host === '') return describeOpaque(url)
  const { username, password, host, hostname, pathname, search, hash, protocol } = parsed
  const userinfo = username + (password === '' ? '' : ':' + password)
  const before = protocol + '//' + (userinfo === '' ? '' : userinfo + '@')
  const after = url.slice(before.length + host.length)
  const labels = /^\[|^[\d.]+$/.test(hostname) ? '' : hostname.split('.').slice(0, -2).join('.')
  const loose = decode(userinfo + search.replace(/\butm_\w+=/g, '') + hash)
  const isHeavyHost = labels.length > plainLabels || randomBits(labels) > plainHostBits
  const isHeavy =
    isHeavyHost ||
    loose.length > plainQuery ||
    decode(pathname).length > plainPath ||
    randomBits(userinfo + after) > plainBits
  const carried = decode(userinfo + after.slice(1)).length + (isHeavyHost ? labels.length : 0)
  return { before, host, after, payload: isHeavy ? carried : 0, hasUserinfo: userinfo !== '' }
}

/** Mail, phones and programs have no host; what they go to stands out instead. */
function describeOpaque(url: string): AddressParts {
  const colon = url.indexOf(':') + 1
  const end = (url + '?').search(/[?#]/)
  const start = Math.min(colon, end)
  const [host, after] = [url.slice(start, end), url.slice(end)]
  const isHeavy =
    decode(after).length > plainQuery ||
    decode(host).length > plainPath ||
    randomBits(host + after) > plainBits
  const payload = isHeavy ? decode(host + after).length : 0
  return { before: url.slice(0, start), host, after, payload, hasUserinfo: false }
}

/** Not `URL.canParse`: once it is hot, Node 20 reads `ü` and its like as broken UTF-8. */
function parse(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}

/** One character for each that the reader would write; what is no text stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Letters and digits that have no need of an escape. */
const needlessEscape = /%(?:3\d|[46][1-9A-F]|[57][\dA])/gi

/** How much could be hidden in the parts that no one would read as words or numbers. */
function randomBits(text: string): number {
  const decoded = decode(text)
  const isText = decoded !== text || !text.includes('%')
  let bits = 8 * (text.match(isText ? needlessEscape : /%/g) ?? []).length
  for (const part of decoded.match(/[A-Za-z\d]{6,}/g) ?? []) {
    if (/^[a-f\d]{16,}$/i.test(part)) bits += 4 * part.length
    else if (changes(part) >= Math.max(2, part.length / 5)) {
      bits += (/[A-Z]/.test(part) && /[a-z]/.test(part) ? 6 : 5) * part.length
    }
  }
  return bits
}

/** Words change between small letters, capitals and digits seldom, random text all the time. */
function changes(part: string): number {
  return part.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d|[A-Z][a-z])|\d(?=[A-Za-z])/g)?.length ?? 0
}
