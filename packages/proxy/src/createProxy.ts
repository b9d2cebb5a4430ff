import { callUpstream } from './callUpstream.js'
import { checkOrigin, corsHeaders, preflightResponse } from './checkOrigin.js'
import { readConfig, type Caller, type ProxyConfig, type Settings } from './config.js'
import { failure, failureResponse, type Failure } from './failure.js'
import { readBody } from './readBody.js'
import { rebuild } from './rebuild.js'
import { relay } from './relay.js'

/**
 * Creates the backend between an app and Claude: a function from a web-standard `Request` to a `Response`, for any server
 * that has them (`@glovebox/proxy/node` adapts it to Node's http). It refuses to start without key, model, origins and a
 * way to tell who calls (`GloveboxProxyError`); once created it never throws: every refusal is a response
 * `{error: {code, message, retryAfter?}}`. An answer is the Messages API's own event stream, rebuilt.
 */
export function createProxy(config: ProxyConfig): (request: Request) => Promise<Response> {
  const settings = readConfig(config)

  return async function proxy(request) {
    const origin = checkOrigin(request, settings.origins)
    if (!origin.ok) return refuse(origin)
    if (request.method === 'OPTIONS') return preflightResponse(origin.origin)

    const response = await answer(request)
    for (const [name, value] of Object.entries(corsHeaders(origin.origin))) {
      response.headers.set(name, value)
    }
    return response
  }

  async function answer(request: Request): Promise<Response> {
    if (request.method !== 'POST') {
      return refuse(failure('invalid-request', 'The method is not POST'))
    }
    const caller = await identify(request, settings)
    if ('code' in caller) return refuse(caller)

    const rate = await takeOne(caller, settings)
    if (rate !== undefined) return refuse(rate, caller)
    const unsafe = await readBody(request, settings.limits)
    if (!unsafe.ok) return refuse(unsafe, caller)
    const rebuilt = rebuild(unsafe.value, settings)
    if (!rebuilt.ok) return refuse(rebuilt, caller)

    const { model, max_tokens: maxTokens } = rebuilt.body
    tell({ type: 'started', caller: caller.id, model, maxTokens })
    const stopping = new AbortController()
    const signal = AbortSignal.any([request.signal, stopping.signal])
    const upstream = await callUpstream(rebuilt.body, settings, signal)
    if (!upstream.ok) {
      const { code, reason, status } = upstream
      const known = status === undefined ? {} : { status }
      tell({ type: 'upstream-failed', code, reason, caller: caller.id, ...known })
      return failureResponse(upstream)
    }
    const stream = relay(upstream.body, {
      timeouts: settings.upstream.timeouts,
      signal: request.signal,
      stopUpstream: () => stopping.abort(),
      onEnd: (end) => tell({ type: 'ended', caller: caller.id, ...end }),
    })
    return new Response(stream, { headers: streamHeaders })
  }

  function refuse(refusal: Failure, caller?: Caller): Response {
    const known = caller === undefined ? {} : { caller: caller.id }
    tell({ type: 'refused', code: refusal.code, reason: refusal.reason, ...known })
    return failureResponse(refusal)
  }

  /** A listener that throws must not take an answer with it. */
  function tell(event: Parameters<Settings['onEvent']>[0]): void {
    try {
      settings.onEvent(event)
    } catch (error) {
      console.error('Glovebox proxy: `onEvent` threw', error)
    }
  }
}

/** No cache and no buffer between the proxy and the browser may hold a stream back, or keep it. */
const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
}

async function identify(request: Request, settings: Settings): Promise<Caller | Failure> {
  try {
    const caller = await settings.authenticate(request)
    if (caller === null) return failure('unauthorized', '`authenticate` knows nobody')
    // A record of the app's own: nothing but its id is taken over.
    if (typeof caller.id === 'string' && caller.id !== '') return { id: caller.id }
    return failure('upstream', '`authenticate` gave no `id`, expected a non-empty string')
  } catch {
    return failure('upstream', '`authenticate` threw')
  }
}

/** Counts the request before its body is read, so that a flood of large bodies costs its sender, too. */
async function takeOne(caller: Caller, settings: Settings): Promise<Failure | undefined> {
  try {
    const verdict = await settings.store.take(caller.id, settings.limits.requests)
    if (verdict.ok) return undefined
    const { retryAfter } = verdict
    return failure('rate-limited', 'The caller is over `limits.requests`', { retryAfter })
  } catch {
    return failure('upstream', 'The store cannot count')
  }
}
