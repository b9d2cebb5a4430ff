import { toClaudeRequest, type ClaudeRequestParts, type Tool } from '@glovebox/schema'
import type { ZodType } from 'zod'
import type { ProxyEvent } from './event.js'
import { GloveboxProxyError } from './GloveboxProxyError.js'
import { memoryStore } from './memoryStore.js'
import type { RateStore } from './store.js'

/** The API versions that the proxy can speak to the upstream. */
export type ApiVersion = '2023-06-01' | '2026-10-21'

/** Who a request comes from, as the app's own session says; `id` is what limits are counted by. */
export interface Caller {
  readonly id: string
}

/** How a proxy is set up. Whatever is left out has the stated default; nothing comes from the browser. */
export interface ProxyConfig {
  /** The key, or a function that gives it. A function is asked for each request, so that a key rotates without a restart. */
  readonly apiKey: string | (() => string | Promise<string>)
  /** The one model, or several that the browser may choose from (which then stand alone); the first is the default. */
  readonly model?: string
  readonly models?: readonly string[]
  /** The most tokens an answer may have; a request may ask for fewer. 4,096 by default. */
  readonly maxTokens?: number
  /** The instructions. They go into the request's `system` alone and are never joined with a user's text. */
  readonly system?: string
  readonly tools?: readonly Tool[]
  /** Has Claude answer with JSON of this schema instead of text; `useOutput` reads it. */
  readonly output?: ZodType
  /** Origins whose pages may call: `'self'` (the origin the request came to) or `https://app.example`. */
  readonly origins: readonly string[]
  /** Says who calls, or null for nobody, which is answered 401. */
  readonly authenticate?: (request: Request) => Caller | null | Promise<Caller | null>
  /** Serves everyone, with all requests counted together. */
  readonly dangerouslyAllowAnonymous?: { readonly because: string }
  readonly limits?: Partial<ProxyLimits>
  /** Where requests are counted; in this process's memory by default. */
  readonly store?: RateStore
  /** Hears what happened, for logs and metrics. Never given content, keys or upstream text. */
  readonly onEvent?: (event: ProxyEvent) => void
  readonly upstream?: Partial<UpstreamConfig>
}

/** What one request, and one caller in a stretch of time, may ask for. */
export interface ProxyLimits {
  /** Bytes of a request's body. 256 KB by default. */
  readonly bodyBytes: number
  /** Turns in a request. 100 by default. */
  readonly messages: number
  /** UTF-16 units of all text in a request. 100,000 by default. */
  readonly textLength: number
  /** Requests of one caller in so many seconds, 24 days of them at most. 30 in 60 by default. */
  readonly requests: { readonly count: number; readonly seconds: number }
}

/** Where the Messages API is, and how long it may take. */
export interface UpstreamConfig {
  /** `https://api.anthropic.com` by default. */
  readonly baseUrl: string
  /** `2023-06-01` by default. */
  readonly version: ApiVersion
  /** Milliseconds: until the response begins (60,000), between two of its bytes (60,000), in all (600,000). */
  readonly timeouts: Partial<Timeouts>
  readonly fetch: typeof fetch
}

/** Milliseconds. */
export interface Timeouts {
  readonly connect: number
  readonly idle: number
  readonly total: number
}

/** A configuration that has been checked and completed. */
export interface Settings {
  readonly apiKey: () => Promise<string>
  /** Whether asking again for the key can give another one. */
  readonly keyCanChange: boolean
  readonly models: readonly [string, ...string[]]
  readonly maxTokens: number
  readonly system: string | undefined
  /** What tools and output make of a request. */
  readonly schemas: ClaudeRequestParts
  readonly origins: readonly string[]
  readonly authenticate: (request: Request) => Promise<Caller | null>
  readonly limits: ProxyLimits
  readonly store: RateStore
  readonly onEvent: (event: ProxyEvent) => void
  readonly upstream: {
    readonly url: string
    readonly version: ApiVersion
    readonly timeouts: Timeouts
    readonly fetch: typeof fetch
  }
}

const defaultLimits: ProxyLimits = {
  bodyBytes: 256 * 1024,
  messages: 100,
  textLength: 100_000,
  requests: { count: 30, seconds: 60 },
}

const defaultTimeouts: Timeouts = { connect: 60_000, idle: 60_000, total: 600_000 }

/** A timer that is set for longer rings at once. */
const longestTimer = 2 ** 31 - 1

/** Checks a configuration and completes it. Throws `GloveboxProxyError` on the first thing that cannot work. */
export function readConfig(config: ProxyConfig): Settings {
  const { apiKey } = config
  if (typeof apiKey !== 'function' && !isText(apiKey)) {
    throw wrong('`apiKey` is empty, expected a non-empty string or a function that gives one')
  }
  const limits = readLimits(config.limits)
  return {
    apiKey: async () => (typeof apiKey === 'function' ? await apiKey() : apiKey),
    keyCanChange: typeof apiKey === 'function',
    models: readModels(config),
    maxTokens: readCount('maxTokens', config.maxTokens ?? 4096),
    system: readSystem(config.system),
    schemas: readSchemas(config),
    origins: readOrigins(config.origins),
    authenticate: readAuthenticate(config),
    limits,
    store: config.store ?? memoryStore(),
    onEvent: config.onEvent ?? (() => {}),
    upstream: readUpstream(config.upstream ?? {}),
  }
}

function readModels({ model, models }: ProxyConfig): readonly [string, ...string[]] {
  const [first, ...rest] = models ?? (model === undefined ? [] : [model])
  if (!isText(first) || !rest.every(isText)) {
    throw wrong('`models` is empty, expected at least one model’s name in `model` or `models`')
  }
  return [first, ...rest]
}

function readSystem(system: unknown): string | undefined {
  if (system === undefined || isText(system)) return system
  throw wrong('`system` is empty, expected a non-empty string, or none')
}

function readSchemas({ tools, output }: ProxyConfig): ClaudeRequestParts {
  const result = toClaudeRequest({ tools, output })
  if (result.ok) return result.request
  throw wrong(`Claude does not accept it: ${result.issues[0]?.message ?? 'see `toClaudeRequest`'}`)
}

function readOrigins(origins: unknown): readonly string[] {
  if (!Array.isArray(origins) || origins.length === 0) {
    throw wrong("`origins` is empty, expected 'self' or the origins whose pages may call")
  }
  return origins.map((origin) => {
    if (origin === 'self') return origin
    if (typeof origin !== 'string' || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw wrong(
        `\`origins\` has ${quote(origin)}, expected 'self' or an origin as in https://app.example`,
      )
    }
    return origin
  })
}

function readAuthenticate(config: ProxyConfig): Settings['authenticate'] {
  const { authenticate, dangerouslyAllowAnonymous } = config
  if (typeof authenticate === 'function') return async (request) => authenticate(request)
  if (isText(dangerouslyAllowAnonymous?.because)) return async () => ({ id: 'anonymous' })
  throw wrong(
    '`authenticate` is missing, expected a function that says who calls, or `dangerouslyAllowAnonymous: {because}`',
  )
}

function readLimits(changes: Partial<ProxyLimits> = {}): ProxyLimits {
  const limits = { ...defaultLimits, ...changes }
  readCount('limits.bodyBytes', limits.bodyBytes)
  readCount('limits.messages', limits.messages)
  readCount('limits.textLength', limits.textLength)
  readCount('limits.requests.count', limits.requests.count)
  readCount('limits.requests.seconds', limits.requests.seconds, Math.floor(longestTimer / 1000))
  return limits
}

function readUpstream(upstream: Partial<UpstreamConfig>): Settings['upstream'] {
  const baseUrl = upstream.baseUrl ?? 'https://api.anthropic.com'
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url === undefined || !isTrustworthy(url)) {
    // Not quoted: what was given may hold a password.
    throw wrong(
      '`upstream.baseUrl` is not usable, expected https, or http on 127.0.0.1, without user and query',
    )
  }
  const version = upstream.version ?? '2023-06-01'
  if (version !== '2023-06-01' && version !== '2026-10-21') {
    throw wrong(`\`upstream.version\` is ${quote(version)}, expected 2023-06-01 or 2026-10-21`)
  }
  const timeouts = { ...defaultTimeouts, ...upstream.timeouts }
  for (const [name, value] of Object.entries(timeouts)) {
    readCount(`upstream.timeouts.${name}`, value, longestTimer)
  }
  return {
    url: `${url.origin}${url.pathname.replace(/\/+$/, '')}/v1/messages`,
    version,
    timeouts,
    // Not `fetch` itself, which some platforms refuse to call as a method of another object.
    fetch: upstream.fetch ?? ((input, init) => fetch(input, init)),
  }
}

/** A key may travel encrypted, or not leave the machine. */
function isTrustworthy(url: URL): boolean {
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return false
  }
  const isLocal = url.hostname === '127.0.0.1' || url.hostname === 'localhost'
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)
}

function readCount(name: string, value: unknown, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value > most) {
    throw wrong(`\`${name}\` is ${quote(value)}, expected a whole number from 1 to ${most}`)
  }
  return value
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function quote(value: unknown): string {
  return JSON.stringify(String(value).slice(0, 40))
}

function wrong(message: string): GloveboxProxyError {
  return new GloveboxProxyError('invalid-config', `Cannot create proxy: ${message}`)
}
