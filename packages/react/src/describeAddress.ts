/** A judged address in the parts a reader needs: `before` + `host` + `after` is the whole of it. */
export interface AddressParts {
  readonly before: string
  readonly host: string
  readonly after: string
  /** Characters that travel with the request, or 0 where they are few. */
  readonly payload: number
  readonly hasUserinfo: boolean
}

/** Short enough to be a page's own address; longer ones can carry a sentence. */
const plainQuery = 40
const plainPath = 120

/** Splits an address so that its host can stand out, and counts what it carries. */
export function describeAddress(url: string): AddressParts {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || parsed.host === '') {
    const colon = url.indexOf(':') + 1
    const question = url.indexOf('?')
    const end = question < 0 ? url.length : question
    const payload = url.length - end > plainQuery ? url.length - end - 1 : 0
    return {
      before: url.slice(0, colon),
      host: url.slice(colon, end),
      after: url.slice(end),
      payload,
      hasUserinfo: false,
    }
  }
  const { username, password, host, pathname, search, hash, protocol } = parsed
  const hasUserinfo = username !== '' || password !== ''
  const userinfo = hasUserinfo ? username + (password === '' ? '' : ':' + password) + '@' : ''
  const after = pathname + search + hash
  const isHeavy = search.length + hash.length > plainQuery || pathname.length > plainPath
  return {
    before: protocol + '//' + userinfo,
    host,
    after: after === '/' ? '' : after,
    payload: isHeavy ? after.length - 1 : 0,
    hasUserinfo,
  }
}
