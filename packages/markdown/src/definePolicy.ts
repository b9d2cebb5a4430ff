import { defaultPolicy, freeze } from './defaultPolicy.js'
import { GloveboxMarkdownError } from './error.js'
import { parseRule } from './matchRule.js'
import { parseUrl } from './parseUrl.js'
import { isScheme } from './schemes.js'
import type { Limits, Policy, PolicyChanges, UrlRule } from './policy.js'

/**
 * Gives the default policy with changes, frozen.
 * Throws GloveboxMarkdownError when a rule, origin, limit or option cannot mean what it says.
 */
export function definePolicy(changes: PolicyChanges): Policy {
  expectKeys('policy', changes, Object.keys(defaultPolicy))
  const links = changed('links', defaultPolicy.links, changes.links)
  const images = changed('images', defaultPolicy.images, changes.images)
  const policy: Policy = {
    origin: changes.origin === undefined ? undefined : readOrigin(changes.origin),
    links,
    images,
    html: changes.html ?? defaultPolicy.html,
    hidden: changes.hidden ?? defaultPolicy.hidden,
    limits: changed('limits', defaultPolicy.limits, changes.limits),
  }
  expectOneOf('links.confirm', links.confirm, ['foreign', 'always', 'never'])
  expectOneOf('images.otherwise', images.otherwise, ['ask', 'text', 'drop'])
  expectOneOf('html', policy.html, ['subset', 'text'])
  expectOneOf('hidden', policy.hidden, ['reveal', 'remove'])
  for (const scheme of expectList('links.schemes', links.schemes)) {
    if (typeof scheme === 'string' && isScheme(scheme)) continue
    throw wrongOption(
      'links.schemes',
      scheme,
      'a scheme in small letters that neither runs code nor reads files, such as "https"',
    )
  }
  if (links.allow !== 'any') checkRules('links.allow', links.allow, policy)
  // An image may come with its address; a link of that kind would be a page of the text's own.
  const isRule = (rule: UrlRule): boolean => rule !== 'data:'
  checkRules('images.allow', expectList('images.allow', images.allow).filter(isRule), policy)
  checkLimits(policy.limits)
  return freeze(copyOfPolicy(policy))
}

/** What the app still holds of it stays the app's own. */
function copyOfPolicy({ links, images, limits, ...rest }: Policy): Policy {
  const allow = links.allow === 'any' ? 'any' : [...links.allow]
  return {
    ...rest,
    links: { ...links, allow, schemes: [...links.schemes] },
    images: { ...images, allow: [...images.allow] },
    limits: { ...limits },
  }
}

/** Gives the defaults of one part with its changes; what is undefined changes nothing. */
function changed<Part extends object>(
  name: string,
  defaults: Part,
  changes: Partial<Part> | undefined,
): Part {
  if (changes === undefined) return defaults
  expectKeys(name, changes, Object.keys(defaults))
  const kept: Partial<Part> = { ...changes }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return { ...defaults, ...kept }
}

/** A misspelt name would leave the default in force without a word. */
function expectKeys(name: string, changes: object, known: readonly string[]): void {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    throw wrongOption(name, changes, 'an object')
  }
  const unknown = Object.keys(changes).find((key) => !known.includes(key))
  if (unknown !== undefined) throw wrongOption(name, unknown, `only ${known.join(', ')}`)
}

function readOrigin(unsafeOrigin: string): string {
  const url = parseUrl(unsafeOrigin)
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol)
  if (!isOrigin || url.href !== url.origin + '/') {
    const got = JSON.stringify(String(unsafeOrigin).slice(0, 20))
    throw new GloveboxMarkdownError(
      'invalid-origin',
      `Cannot define policy: \`origin\` is ${got}, expected an origin such as "https://app.example"`,
    )
  }
  return url.origin
}

function checkRules(name: string, rules: readonly UrlRule[], policy: Policy): void {
  for (const rule of expectList(name, rules)) {
    const got = JSON.stringify(String(rule).slice(0, 60))
    if (rule === 'self' && policy.origin === undefined) {
      throw new GloveboxMarkdownError(
        'invalid-rule',
        `Cannot define policy: \`${name}\` has 'self' but \`origin\` is not set`,
      )
    }
    if (rule !== 'self' && parseRule(rule) === undefined) {
      throw new GloveboxMarkdownError(
        'invalid-rule',
        `Cannot define policy: \`${name}\` has ${got}, expected 'self' or an origin with an ` +
          'optional path such as "https://*.example.com/img/"',
      )
    }
  }
}

function checkLimits(limits: Limits): void {
  for (const [name, limit] of Object.entries(limits)) {
    if (!Number.isSafeInteger(limit) || limit < 1) {
      throw new GloveboxMarkdownError(
        'invalid-limit',
        `Cannot define policy: \`limits.${name}\` is ${String(limit)}, expected a positive integer`,
      )
    }
  }
}

function expectOneOf(name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) throw wrongOption(name, value, `one of ${allowed.join(', ')}`)
}

function expectList<Item>(name: string, list: readonly Item[]): readonly Item[] {
  if (Array.isArray(list)) return list
  throw wrongOption(name, list, 'a list')
}

function wrongOption(name: string, value: unknown, expected: string): GloveboxMarkdownError {
  const got = JSON.stringify(String(value).slice(0, 20))
  return new GloveboxMarkdownError(
    'invalid-option',
    `Cannot define policy: \`${name}\` has ${got}, expected ${expected}`,
  )
}
