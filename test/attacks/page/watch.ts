/** What happened since it was last asked: errors, policy reports, calls that no text may cause. */
let happened: string[] = []

/** Gives what happened since the last call, and forgets it. */
export function takeHappened(): string[] {
  const taken = happened
  happened = []
  return taken
}

/** Notes one thing that must not happen. */
export function note(what: string): void {
  happened.push(what.slice(0, 300))
}

/** What texts of the corpus call where they can, and what sends or opens. */
const tripwires =
  'alert confirm prompt print open fetch x pwned Worker SharedWorker WebSocket EventSource XMLHttpRequest RTCPeerConnection'

/** What a page owns, by the sort of thing it must stay. */
const owned: readonly (readonly [name: string, sort: string])[] = [
  ['getElementById', 'function'],
  ['querySelector', 'function'],
  ['createElement', 'function'],
  ['addEventListener', 'function'],
  ['write', 'function'],
  ['cookie', 'string'],
  ['title', 'string'],
  ['domain', 'string'],
  ['URL', 'string'],
  ['referrer', 'string'],
  ['body', 'object'],
  ['head', 'object'],
  ['forms', 'object'],
  ['images', 'object'],
  ['links', 'object'],
  ['scripts', 'object'],
  ['location', 'object'],
  ['defaultView', 'object'],
  ['documentElement', 'object'],
  ['implementation', 'object'],
  ['currentScript', 'object'],
  ['activeElement', 'object'],
  ['attributes', 'undefined'],
  ['config', 'undefined'],
]

/** Puts a wire across everything that would tell of an attack that works. */
export function watch(): void {
  window.addEventListener('error', (event) => note(`error ${event.message}`))
  window.addEventListener('unhandledrejection', (event) =>
    note(`rejection ${String(event.reason)}`),
  )
  document.addEventListener('securitypolicyviolation', (event) =>
    note(`policy ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  )
  console.error = (...about: unknown[]) => note(`console.error ${about.map(String).join(' ')}`)
  console.warn = (...about: unknown[]) => note(`console.warn ${about.map(String).join(' ')}`)
  for (const name of tripwires.split(' ')) {
    Reflect.set(window, name, (...about: unknown[]) => note(`call ${name} ${String(about[0])}`))
  }
  navigator.sendBeacon = (url) => {
    note(`call sendBeacon ${String(url)}`)
    return false
  }
}

const globalNames: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(window),
  'attackedPage',
])

/** Says which of the page's own objects a text has replaced, or added to. */
export function clobbered(): string[] {
  const replaced = owned.filter(([name, sort]) => typeof Reflect.get(document, name) !== sort)
  const added = Object.getOwnPropertyNames(window).filter((name) => !globalNames.has(name))
  const polluted: string[] = []
  for (const name in {}) polluted.push(name)
  return [
    ...replaced.map(([name]) => `clobbered document.${name}`),
    ...added.filter((name) => !tripwires.includes(name)).map((name) => `global ${name}`),
    ...polluted.map((name) => `prototype ${name}`),
  ]
}
