import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { GuardError } from './GuardError.js'
import type { Leak } from './leak.js'

/** One finding that a team lets through, with a reason and an end. */
export type Allowance = {
  readonly rule: string
  /** A path or pattern of the file: `*` stands for any characters but a slash, `**` for any. */
  readonly path: string
  /** The finding's fingerprint; needed for what is a secret, so that no other one passes with it. */
  readonly fingerprint?: string
  readonly reason: string
  /** The last day on which it counts: `2027-01-31`, at most a year away. */
  readonly expires: string
}

/** Findings with and without an allowance. */
export type Sorted = {
  readonly leaks: readonly Leak[]
  readonly allowed: readonly Leak[]
  /** What the team should know of its list: entries that are over, or that no finding needs. */
  readonly notes: readonly string[]
}

/** Where the list is looked for. */
const allowlistFile = '.glovebox-guard.json'

/** Rules whose findings are secrets. */
const secretRules =
  /^(?:environment-secret|anthropic-key|provider-key|private-key|public-variable)$/
const dayInMilliseconds = 86_400_000

/** Where the list is, and the day that counts. */
export type AllowlistPlace = {
  readonly folder: string
  /** A file that is named must be there. */
  readonly file: string | undefined
  readonly today: Date
}

/** Reads the list, empty where there is none. Throws GuardError `allowlist` for one that allows more than it says. */
export function readAllowlist({
  folder,
  file: named,
  today,
}: AllowlistPlace): readonly Allowance[] {
  const file = resolve(folder, named ?? allowlistFile)
  if (named === undefined && !existsSync(file)) return []
  const { allow } = parse(file)
  if (!Array.isArray(allow)) throw wrong(file, '`allow` is no list, expected {"allow": […]}')
  return allow.map((unsafe: unknown, index) => readAllowance(unsafe, { file, index, today }))
}

/** Takes findings out that the list allows today. */
export function applyAllowlist(
  found: readonly Leak[],
  allowances: readonly Allowance[],
  today: Date,
): Sorted {
  const inForce = allowances.filter(({ expires }) => !isOver(expires, today))
  const isAllowed = (leak: Leak): boolean => inForce.some((allowance) => allows(allowance, leak))
  const over = allowances.filter(({ expires }) => isOver(expires, today))
  const unused = inForce.filter((allowance) => !found.some((leak) => allows(allowance, leak)))
  return {
    leaks: found.filter((leak) => !isAllowed(leak)),
    allowed: found.filter(isAllowed),
    notes: [
      ...over.map(({ rule, path, expires }) => `Over since ${expires}: ${rule} in ${path}`),
      ...unused.map(({ rule, path }) => `Allowed but not found: ${rule} in ${path}`),
    ],
  }
}

function allows({ rule, path, fingerprint }: Allowance, leak: Leak): boolean {
  if (rule !== leak.rule || !matches(path, leak.file.replaceAll('\\', '/'))) return false
  return fingerprint === undefined || fingerprint === leak.fingerprint
}

function parse(file: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed }
  } catch (cause) {
    throw new GuardError('allowlist', `Cannot read ${file}: it is missing or no JSON`, { cause })
  }
  throw wrong(file, 'it is no object, expected {"allow": […]}')
}

function readAllowance(
  unsafe: unknown,
  { file, index, today }: { readonly file: string; readonly index: number; readonly today: Date },
): Allowance {
  const entry: Readonly<Record<string, unknown>> =
    typeof unsafe === 'object' && unsafe !== null ? { ...unsafe } : {}
  const { rule, path, fingerprint, reason, expires, ...others } = entry
  const refuse = (what: string): GuardError => wrong(file, `entry ${index + 1}: ${what}`)
  if (typeof rule !== 'string' || !/^[a-z]+(?:-[a-z]+)*$/.test(rule)) {
    throw refuse('`rule` is missing, expected the name of one rule')
  }
  if (typeof path !== 'string' || !/[^*/.]/.test(path)) {
    throw refuse('`path` names no file, expected a path, in which * may stand for a part')
  }
  if (fingerprint !== undefined && !/^[\da-f]{16}$/.test(String(fingerprint))) {
    throw refuse('`fingerprint` is not understood, expected the 16 digits of a report')
  }
  if (secretRules.test(rule) && fingerprint === undefined) {
    throw refuse(`\`fingerprint\` is missing, which ${rule} needs`)
  }
  if (typeof reason !== 'string' || reason.trim().length < 10) {
    throw refuse('`reason` is missing, expected a sentence')
  }
  if (
    typeof expires !== 'string' ||
    !/^\d{4}-\d\d-\d\d$/.test(expires) ||
    isNaN(Date.parse(expires))
  ) {
    throw refuse('`expires` is missing, expected a day such as 2027-01-31')
  }
  if (Date.parse(expires) - today.getTime() > 366 * dayInMilliseconds) {
    throw refuse('`expires` is more than a year away')
  }
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw refuse(`\`${unknown.slice(0, 20)}\` is not known`)
  return {
    rule,
    path,
    reason,
    expires,
    ...(fingerprint === undefined ? {} : { fingerprint: String(fingerprint) }),
  }
}

function isOver(expires: string, today: Date): boolean {
  return Date.parse(expires) + dayInMilliseconds <= today.getTime()
}

/** The folder that a scan was started in may stand before a path. */
function matches(pattern: string, path: string): boolean {
  const source = pattern.split(/(\*{1,2})/).map((part) => {
    if (part === '**') return '.*'
    return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^(?:.*/)?${source.join('')}$`).test(path)
}

function wrong(file: string, what: string): GuardError {
  return new GuardError('allowlist', `Cannot use ${file}: ${what}`)
}
