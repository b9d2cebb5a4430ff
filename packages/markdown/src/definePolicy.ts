import { defaultPolicy, freezePolicy, linkSchemes } from './defaultPolicy.js'
import { GloveboxMarkdownError } from './error.js'
import { parseRule } from './matchRule.js'
import { parseUrl } from './parseUrl.js'
import type { Limits, Policy, PolicyChanges, UrlRule } from './policy.js'

/**
 * Gives the default policy with changes, frozen.
 * Throws GloveboxMarkdownError when a rule, origin, limit or option cannot mean what it says.
 */
export function definePolicy(changes: PolicyChanges): Policy {
  const { links, images, limits } = defaultPolicy
  const policy: Policy = {
    origin: changes.origin === undefined ? undefined : readOrigin(changes.origin),
    links: { ...links, ...defined(changes.links) },
    images: { ...images, ...defined(changes.images) },
    html: changes.html ?? defaultPolicy.html,
    hidden: changes.hidden ?? defaultPolicy.hidden,
    limits: { ...limits, ...defined(changes.limits) },
  }
  expectOneOf('links.confirm', policy.links.confirm, ['foreign', 'always', 'never'])
  expectOneOf('images.otherwise', policy.images.otherwise, ['ask', 'text', 'drop'])
  expectOneOf('html', policy.html, ['subset', 'text'])
  expectOneOf('hidden', policy.hidden, ['reveal', 'remove'])
  for (const scheme of expectList('links.schemes', policy.links.schemes)) {
    expectOneOf('links.schemes', scheme, linkSchemes)
  }
  if (policy.links.allow !== 'any') checkRules('links.allow', policy.links.allow, policy)
  checkRules('images.allow', policy.images.allow, policy)
  checkLimits(policy.limits)
  return freezePolicy(policy)
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
    if (!Number.isSafeInteger(limit) || limit < 1 || !(name in defaultPolicy.limits)) {
      throw new GloveboxMarkdownError(
        'invalid-limit',
        `Cannot define policy: \`limits.${name}\` is ${String(limit)}, expected a known limit ` +
          'with a positive integer',
      )
    }
  }
}

function expectOneOf(name: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return
  const got = JSON.stringify(String(value).slice(0, 20))
  throw new GloveboxMarkdownError(
    'invalid-option',
    `Cannot define policy: \`${name}\` has ${got}, expected one of ${allowed.join(', ')}`,
  )
}

function expectList<Item>(name: string, list: readonly Item[]): readonly Item[] {
  if (Array.isArray(list)) return list
  throw new GloveboxMarkdownError(
    'invalid-option',
    `Cannot define policy: \`${name}\` is not a list, expected an array`,
  )
}

/** Leaves out keys that are undefined, so that they do not overwrite a default. */
function defined<Changes extends object>(changes: Changes | undefined): Partial<Changes> {
  const kept: Partial<Changes> = { ...changes }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept
}
