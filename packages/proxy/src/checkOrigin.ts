import { failure, type Failure } from './failure.js'

/** The origin that an answer may be shown to; undefined for a page of the proxy's own origin that sent none. */
export type OriginVerdict = { readonly ok: true; readonly origin: string | undefined } | Failure

/**
 * Judges where a request comes from. A browser names the page's origin on every POST and adds `Sec-Fetch-Site`; both
 * have to fit, and a request that names no origin is refused. (CSRF; hono's csrf() lets either one do.)
 */
export function checkOrigin(request: Request, allowed: readonly string[]): OriginVerdict {
  const own = new URL(request.url).origin
  const origin = request.headers.get('origin')
  // Sandboxed frames and pages without an address call themselves `null`.
  if (origin === null || origin === 'null') {
    return failure('blocked', 'The request names no origin')
  }

  const isOwn = origin === own
  if (!(isOwn && allowed.includes('self')) && !allowed.includes(origin)) {
    return failure('blocked', 'The origin is not listed in `origins`')
  }
  const site = request.headers.get('sec-fetch-site')
  if (site === 'none' || (isOwn && site !== null && site !== 'same-origin')) {
    return failure('blocked', '`Sec-Fetch-Site` does not fit the origin')
  }
  return { ok: true, origin: isOwn ? undefined : origin }
}

/** The headers that let a page of another, listed origin read the answer. There is never a `*`. */
export function corsHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  if (origin === undefined) return { vary: 'origin' }
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after',
  }
}

/** Answers the question a browser asks before it posts JSON from another origin. */
export function preflightResponse(origin: string | undefined): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(origin),
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, authorization, x-csrf-token',
      'access-control-max-age': '600',
    },
  })
}
