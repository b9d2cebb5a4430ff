import { chooseScript } from './chooseScript.js'
import type { DemoChunking } from './chunking.js'
import { collect } from './collect.js'
import { failureResponse } from './failure.js'
import type { MessagesRequest } from './messagesRequest.js'
import { makeId } from './outline.js'
import { planSteps } from './plan.js'
import { playSteps } from './play.js'
import { createRandom, seedOf } from './random.js'
import { readRequest } from './readRequest.js'
import type { DemoFailure, DemoMessage, DemoScript } from './script.js'
import { defaultScript } from './scripts/default.js'
import { demoScripts } from './scripts/index.js'
import { serve } from './serve.js'
import type { DemoServer } from './serve.js'
import { wait } from './wait.js'

/**
 * How the double behaves. `scripts` defaults to the demo's own. `speed`: 1 has realistic pauses
 * (the default), 2 halves them, 0 has none. `chunking` defaults to one chunk an event.
 */
export interface DemoUpstreamOptions {
  readonly scripts?: readonly DemoScript[]
  readonly speed?: number
  readonly chunking?: DemoChunking
}

/** A local double of the Messages API, in process through `fetch` or on a port by `listen`. */
export interface DemoUpstream {
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  listen(port?: number): Promise<DemoServer>
  stats(): DemoStats
  reset(): void
}

/**
 * What has happened since the start or the last `reset`: requests that came, answers not yet
 * ended, answers stopped early by their reader
 * (or by `close`), bytes of bodies sent, and the bodies of valid JSON.
 */
export interface DemoStats {
  readonly connections: number
  readonly open: number
  readonly aborts: number
  readonly bytesSent: number
  readonly requests: readonly unknown[]
}

/** Makes a double of the Messages API that answers by scripts; any non-empty key is accepted. */
export function createDemoUpstream(options: DemoUpstreamOptions = {}): DemoUpstream {
  const { scripts = demoScripts, speed = 1, chunking = 'event' } = options
  if (!(speed >= 0 && speed < Infinity)) {
    throw new RangeError(
      `Cannot create demo upstream: \`speed\` is ${speed}, expected a finite number from 0`,
    )
  }
  const idRandom = createRandom(1)
  let connections = 0
  let aborts = 0
  let bytesSent = 0
  let requests: unknown[] = []
  // Answers that run. A set, so that `reset` cannot make the count of old ones negative.
  const open = new Set<symbol>()

  async function answer(request: Request, signal?: AbortSignal): Promise<Response> {
    signal?.throwIfAborted()
    connections += 1
    const requestId = `req_01${makeId(idRandom)}`
    const read = await readRequest(request, (unsafeBody) => requests.push(unsafeBody))
    if (!read.ok) return fail(read.failure, requestId)
    const script = chooseScript(read.value, scripts, defaultScript)
    if (script.reply.type === 'failure') return fail(script.reply, requestId)
    return message(script.reply, { request: read.value, script, requestId, signal })
  }

  async function fail(failure: DemoFailure, requestId: string): Promise<Response> {
    const response = failureResponse(failure, requestId)
    bytesSent += (await response.clone().arrayBuffer()).byteLength
    return response
  }

  async function message(
    reply: DemoMessage,
    { request, script, requestId, signal }: MessageContext,
  ): Promise<Response> {
    const random = createRandom(seedOf(script.name))
    const messageId = `msg_01${makeId(idRandom)}`
    const steps = planSteps(reply, { request, messageId, random })
    const run = Symbol(script.name)
    open.add(run)
    const onEnd = (outcome: 'done' | 'aborted') => {
      if (open.delete(run) && outcome === 'aborted') aborts += 1
    }
    if (request.stream === true) {
      const onBytes = (count: number) => {
        bytesSent += count
      }
      const play = {
        speed,
        chunking,
        signal,
        onBytes,
        onEnd,
        random: createRandom(seedOf(messageId)),
      }
      const headers = { ...messageHeaders(requestId), ...streamHeaders }
      return new Response(playSteps(steps, play), { headers })
    }
    try {
      const collected = collect(steps)
      const pause = collected.type === 'stall' ? Infinity : speed > 0 ? collected.pause / speed : 0
      await wait(pause, signal ?? new AbortController().signal)
      onEnd('done')
      if (collected.type === 'error') {
        const status = statusByErrorType[collected.error.type] ?? 500
        return await fail({ type: 'failure', status, error: collected.error }, requestId)
      }
      if (collected.type !== 'message') throw new TypeError('terminated')
      const body = new TextEncoder().encode(JSON.stringify(collected.message))
      bytesSent += body.length
      const headers = { ...messageHeaders(requestId), 'content-type': 'application/json' }
      return new Response(body, { headers })
    } catch (reason) {
      onEnd('aborted')
      throw reason
    }
  }

  return {
    async fetch(input, init) {
      // The caller's own signal: a Request's copy of it is lost with the Request.
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
      return answer(new Request(input, init), signal)
    },
    listen: (port = 0) => serve(answer, port),
    stats: () => ({ connections, open: open.size, aborts, bytesSent, requests: [...requests] }),
    reset() {
      connections = 0
      aborts = 0
      bytesSent = 0
      requests = []
      open.clear()
    },
  }
}

interface MessageContext {
  readonly request: MessagesRequest
  readonly script: DemoScript
  readonly requestId: string
  readonly signal: AbortSignal | undefined
}

function messageHeaders(requestId: string): Readonly<Record<string, string>> {
  return {
    'request-id': requestId,
    'anthropic-organization-id': 'org-demo',
    'anthropic-ratelimit-requests-limit': '50',
    'anthropic-ratelimit-requests-remaining': '49',
    'anthropic-ratelimit-requests-reset': new Date(Date.now() + 60_000).toISOString(),
  }
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
}

// What an error event in a stream is as a status when no stream was asked for.
const statusByErrorType: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
}
