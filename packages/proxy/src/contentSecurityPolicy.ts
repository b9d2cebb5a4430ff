import { GloveboxProxyError } from './GloveboxProxyError.js'

/**
 * What an app adds to the policy, by the directives' own names. Sources stand beside `'self'` or in the place of
 * `'none'`; nothing can be taken away from what is closed but by naming it here.
 */
export type CspChanges = Readonly<Partial<Record<CspDirective, readonly string[]>>> & {
  /**
   * Lets images of every https host load. The renderer's "load this image" works for hosts that are not in `img-src`
   * only with it; the browser is then no second wall behind the renderer's policy.
   */
  readonly dangerouslyAllowAnyImage?: { readonly because: string }
}

/** The directives that an app can add to. */
export type CspDirective = keyof typeof directives

/** What one directive says by itself, and which sources can be added. */
interface Directive {
  readonly closed: readonly string[]
  readonly takes: readonly Source[]
}

type Source = 'self' | 'https' | 'wss' | 'local-data' | 'nonce' | 'name' | 'path'

const fetched: Directive = { closed: [], takes: ['self', 'https'] }
const code: Directive = { closed: ["'self'"], takes: ['self', 'https', 'nonce'] }
const placed: Directive = { closed: ["'none'"], takes: ['self', 'https'] }

/** In the order in which they are written; one without a source is left to `default-src 'none'`. */
const directives = {
  'script-src': code,
  'style-src': code,
  'img-src': { closed: ["'self'"], takes: ['self', 'https', 'local-data'] },
  'connect-src': { closed: ["'self'"], takes: ['self', 'https', 'wss'] },
  'font-src': fetched,
  'media-src': fetched,
  'manifest-src': fetched,
  'worker-src': fetched,
  'frame-src': fetched,
  // `default-src` says nothing about these three.
  'base-uri': placed,
  'form-action': placed,
  'frame-ancestors': placed,
  'trusted-types': { closed: ["'none'"], takes: ['name'] },
  'report-uri': { closed: [], takes: ['https', 'path'] },
} as const satisfies Record<string, Directive>

const names = Object.keys(directives) as readonly CspDirective[]

/** What may be written for each kind of source. None has a blank, a comma or a semicolon: nothing ends its directive. */
const grammar: Readonly<Record<Source, RegExp>> = {
  self: /^'self'$/,
  // http names this machine alone, for development.
  https:
    /^(?:https:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)+|https?:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?(?:\/[\w.~%/-]*)?$/i,
  wss: /^(?:wss:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)+|wss?:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?(?:\/[\w.~%/-]*)?$/i,
  'local-data': /^(?:data|blob):$/,
  nonce: /^'(?:nonce-[\w+/-]{16,}|sha(?:256-[\w+/-]{43}|384-[\w+/-]{64}|512-[\w+/-]{86}))={0,2}'$/,
  name: /^[\w#=/@.%-]+$/,
  path: /^\/(?!\/)[\w.~%/-]*$/,
}

const expected: Readonly<Record<Source, string>> = {
  self: "'self'",
  https: 'an https origin with an optional path',
  wss: 'a wss origin',
  'local-data': 'data: or blob:',
  nonce: 'a nonce or hash',
  name: 'a policy’s name',
  path: 'a path',
}

/**
 * Gives the Content-Security-Policy under which all of Glovebox runs without a violation: scripts, styles, images and
 * requests of the app's own origin, no inline code or style, no string that becomes script, and nothing else. It takes
 * more sources, never `'unsafe-…'`, `*` or a bare scheme; a source that is none throws `GloveboxProxyError`, so that no
 * value can add a directive.
 */
export function contentSecurityPolicy(changes: CspChanges = {}): string {
  for (const name of Object.keys(changes)) {
    if (name === 'dangerouslyAllowAnyImage' || names.some((known) => known === name)) continue
    throw wrong(`${quote(name)} is no directive that can be changed, expected one of ${names}`)
  }
  const written = names.map((name) => [name, ...sourcesOf(name, changes)])
  return [
    ["default-src 'none'"],
    ...written.filter(([, ...sources]) => sources.length > 0),
    ["require-trusted-types-for 'script'"],
  ]
    .map((parts) => parts.join(' '))
    .join('; ')
}

function sourcesOf(name: CspDirective, changes: CspChanges): readonly string[] {
  const { closed, takes }: Directive = directives[name]
  const added: unknown = changes[name] ?? []
  if (!Array.isArray(added)) throw wrong(`\`${name}\` is no list, expected a list of sources`)
  for (const source of added) {
    if (typeof source === 'string' && takes.some((kind) => grammar[kind].test(source))) continue
    const kinds = takes.map((kind) => expected[kind]).join(', or ')
    throw wrong(`\`${name}\` has ${quote(source)}, expected ${kinds}`)
  }
  const any = name === 'img-src' ? anyImage(changes) : []
  const open = closed.filter((source) => source !== "'none'" || added.length === 0)
  return [...new Set<string>([...open, ...added, ...any])]
}

function anyImage({ dangerouslyAllowAnyImage }: CspChanges): readonly string[] {
  if (dangerouslyAllowAnyImage === undefined) return []
  const because: unknown = dangerouslyAllowAnyImage?.because
  if (typeof because === 'string' && because.trim() !== '') return ['https:']
  throw wrong('`dangerouslyAllowAnyImage.because` is empty, expected the reason')
}

function quote(value: unknown): string {
  return JSON.stringify(String(value).slice(0, 20))
}

function wrong(message: string): GloveboxProxyError {
  return new GloveboxProxyError(
    'invalid-header',
    `Cannot write Content-Security-Policy: ${message}`,
  )
}
