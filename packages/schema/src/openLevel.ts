import {
  hidden,
  issuesOf,
  shownOf,
  stateOf,
  type ClosedPart,
  type Holder,
  type Verdicts,
} from './closedPart.js'
import type { Form } from './form.js'
import { mostIssues, type OutputIssue } from './issue.js'

/** A value's parts by key. */
type Shown =
  | { readonly kind: 'array'; readonly values: unknown[]; isStuck: boolean }
  | { readonly kind: 'object'; readonly values: (readonly [string, unknown])[] }
  | typeof hidden

/** An open container, and what is known of its closed parts. It grows while the container does. */
export interface Level {
  readonly kind: 'array' | 'object'
  /** Undefined for what holds the whole, as its only item. */
  readonly path: OutputIssue['path'] | undefined
  /** The forms that are still possible, or were before what made it impossible. Another array when they change. */
  forms: readonly Holder[]
  /** Nothing that follows can make it valid. */
  isDoomed: boolean
  readonly parts: Map<string | number, ClosedPart<Level>>
  /** What its closed parts show. It only grows, and is another one when the forms change. */
  shown: Shown
  readonly issues: OutputIssue[]
  /** The value that is open in it. */
  open: OpenPart | undefined
}

/** A part that has begun and is not closed. */
export interface OpenPart {
  readonly key: string | number
  /** The forms it may have, given what it began with. */
  readonly forms: readonly Form[]
  /** Why it cannot become valid, where that is known from how it began. */
  readonly issue: OutputIssue | undefined
}

/** A level at one moment, whatever follows. */
export interface LevelView {
  readonly level: Level
  readonly forms: readonly Holder[]
  readonly shown: Shown
  readonly shownCount: number
  readonly partCount: number
  readonly openKey: string | number | undefined
}

/** Starts a level. */
export function createLevel(
  kind: Level['kind'],
  path: Level['path'],
  forms: readonly Holder[],
): Level {
  const shown = startShown(kind, forms)
  return {
    kind,
    path,
    forms,
    isDoomed: false,
    parts: new Map(),
    shown,
    issues: [],
    open: undefined,
  }
}

/** Where a part of a level stands in the whole. */
export function pathTo({ path }: Level, key: string | number): OutputIssue['path'] {
  return path === undefined ? [] : [...path, key]
}

/** Notes why nothing that follows can make a level valid. */
export function report(level: Level, issue: OutputIssue): void {
  if (level.issues.length < mostIssues) level.issues.push(issue)
}

/**
 * Leaves the forms for which `isPossible`. Where none is left the level is doomed, and keeps the forms that it had: what
 * they showed stays. Gives whether one is left.
 */
export function narrow(level: Level, isPossible: (form: Holder) => boolean): boolean {
  const forms = level.forms.filter(isPossible)
  if (forms.length === 0) level.isDoomed = true
  if (level.isDoomed) return forms.length > 0
  if (forms.length < level.forms.length) {
    level.forms = forms
    level.shown = startShown(level.kind, forms)
    for (const [key, part] of level.parts) show(level, key, shownOf(part, forms))
  }
  return true
}

/** Adds a part that has closed, with what was known of it while it was open. */
export function addPart(
  level: Level,
  key: string | number,
  closed: {
    readonly unsafe: unknown
    readonly verdicts: Verdicts
    readonly shownBefore: unknown
    readonly inside: Level | undefined
  },
): void {
  const isPossible = narrow(level, (form) => closed.verdicts.get(form)?.ok === true)
  const state = stateOf(closed, level.forms)
  const part = {
    ...closed,
    order: level.parts.size,
    inside: state === 'valid' ? undefined : closed.inside,
  }
  level.parts.set(key, part)
  show(level, key, shownOf(part, level.forms))
  if (isPossible) return
  const path = pathTo(level, key)
  for (const issue of issuesOf(closed.verdicts)) {
    report(level, { ...issue, path: [...path, ...issue.path] })
  }
}

/** A level as it is now. */
export function viewOf(level: Level): LevelView {
  const { forms, shown, parts, open } = level
  return {
    level,
    forms,
    shown,
    shownCount: shown === hidden ? 0 : shown.values.length,
    partCount: parts.size,
    openKey: open?.key,
  }
}

/** What a level shows, with what its open value shows. */
export function shownBy({ shown, shownCount, openKey }: LevelView, child: unknown): unknown {
  if (shown === hidden) return hidden
  if (shown.kind === 'array') {
    const items = shown.values.slice(0, shownCount)
    // After an item that cannot be shown, later ones would move into its place.
    if (child !== hidden && openKey === shownCount) items.push(child)
    return items
  }
  const safe: Record<string, unknown> = Object.fromEntries(shown.values.slice(0, shownCount))
  if (child !== hidden && openKey !== undefined) safe[openKey] = child
  return safe
}

/** The state of what stands under a path of a level; `next` where the first key's value is open. */
export function stateAt(
  view: LevelView,
  path: OutputIssue['path'],
): 'absent' | 'open' | 'valid' | 'invalid' | 'next' {
  const [key, ...rest] = path
  if (key === undefined) return 'open'
  const part = view.level.parts.get(key)
  // What closed after this view was made is not part of it.
  if (part === undefined || part.order >= view.partCount) {
    return view.openKey === key ? 'next' : 'absent'
  }
  const state = stateOf(part, view.forms)
  if (rest.length === 0 || state === 'valid' || part.inside === undefined) {
    return has(part.unsafe, rest) ? state : 'absent'
  }
  const inside = stateAt(viewOf(part.inside), rest)
  return inside === 'next' ? 'open' : inside
}

function startShown(kind: Level['kind'], forms: readonly Holder[]): Shown {
  if (forms.length === 0 || !forms.every(({ shows }) => shows)) return hidden
  return kind === 'array' ? { kind, values: [], isStuck: false } : { kind, values: [] }
}

function show({ shown }: Level, key: string | number, safe: unknown): void {
  if (shown === hidden) return
  if (shown.kind === 'object') {
    if (safe !== hidden) shown.values.push([String(key), safe])
  } else if (safe === hidden) shown.isStuck = true
  else if (!shown.isStuck) shown.values.push(safe)
}

function has(unsafe: unknown, path: OutputIssue['path']): boolean {
  const [key, ...rest] = path
  if (key === undefined) return true
  if (typeof unsafe !== 'object' || unsafe === null) return false
  if (Array.isArray(unsafe) !== (typeof key === 'number') || !Object.hasOwn(unsafe, key))
    return false
  return has(Reflect.get(unsafe, key), rest)
}
