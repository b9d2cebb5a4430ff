import {
  accepts,
  agreed,
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
import {
  addShown,
  createShownParts,
  showWith,
  viewShown,
  type ShownParts,
  type ShownView,
} from './shownParts.js'

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
  shown: ShownParts | typeof hidden
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
  readonly shown: ShownView | typeof hidden
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
  if (level.forms.every(isPossible)) return true
  const forms = level.forms.filter(isPossible)
  if (forms.length === 0) level.isDoomed = true
  if (level.isDoomed) return forms.length > 0
  level.forms = forms
  level.shown = startShown(level.kind, forms)
  for (const [key, part] of level.parts) show(level, key, part, forms)
  return true
}

/** Adds a part that has closed, with what was known of it while it was open. */
export function addPart(
  level: Level,
  key: string | number,
  closed: {
    readonly unsafe: unknown
    readonly verdicts: Verdicts
    readonly textBefore: string | undefined
    readonly inside: Level | undefined
  },
): void {
  const isPossible = narrow(level, (form) => accepts(closed.verdicts, form))
  const isKnown = stateOf(closed, level.forms) === 'valid' && agreed(closed, level.forms) !== hidden
  const inside = isKnown || isUnjudged(closed.inside) ? undefined : closed.inside
  const { unsafe, verdicts, textBefore } = closed
  const part = { unsafe, order: level.parts.size, verdicts, textBefore, inside }
  level.parts.set(key, part)
  show(level, key, part, level.forms)
  if (isPossible) return
  const path = pathTo(level, key)
  for (const issue of issuesOf(closed.verdicts)) {
    report(level, { ...issue, path: [...path, ...issue.path] })
  }
}

/** Whether nothing was said of what is in a level, so that its value tells as much. */
function isUnjudged(level: Level | undefined): boolean {
  return level?.forms.every(({ kind }) => kind === 'any') === true
}

/** A level as it is now. */
export function viewOf(level: Level): LevelView {
  const { forms, shown, parts, open } = level
  return {
    level,
    forms,
    shown: shown === hidden ? hidden : viewShown(shown),
    partCount: parts.size,
    openKey: open?.key,
  }
}

/** What a level shows, with what its open value shows. */
export function shownBy({ shown, openKey }: LevelView, child: unknown): unknown {
  return shown === hidden ? hidden : showWith(shown, openKey, child)
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

function startShown(kind: Level['kind'], forms: readonly Holder[]): Level['shown'] {
  const shows = forms.length > 0 && forms.every((form) => form.shows)
  return shows ? createShownParts(kind) : hidden
}

function show(
  { shown }: Level,
  key: string | number,
  part: ClosedPart<Level>,
  forms: readonly Holder[],
): void {
  if (shown !== hidden) addShown(shown, key, shownOf(part, forms, shownInside))
}

function shownInside(inside: Level): unknown {
  return shownBy(viewOf(inside), hidden)
}

function has(unsafe: unknown, path: OutputIssue['path']): boolean {
  const [key, ...rest] = path
  if (key === undefined) return true
  if (typeof unsafe !== 'object' || unsafe === null) return false
  if (Array.isArray(unsafe) !== (typeof key === 'number') || !Object.hasOwn(unsafe, key))
    return false
  return has(Reflect.get(unsafe, key), rest)
}
