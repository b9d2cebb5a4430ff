import { hidden } from './closedPart.js'

/** The parts of an open container that are shown. They only ever grow. */
export type ShownParts = ShownItems | ShownFields

interface ShownItems extends Published {
  readonly kind: 'array'
  readonly values: unknown[]
  /** An item before is not shown, so that no later one can be: it would move into its place. */
  isStuck: boolean
}

interface ShownFields extends Published {
  readonly kind: 'object'
  readonly values: (readonly [string, unknown])[]
}

/** To show one more part of a container takes a copy of it, so that a large one is shown in steps that grow with it. */
interface Published {
  /** How many values are shown. */
  count: number
  /** The copy that shows them and nothing else, once there is one. */
  copy: unknown
}

/** Shown parts at one moment, whatever follows. */
export interface ShownView {
  readonly parts: ShownParts
  readonly count: number
  /** All that can be shown is shown, so that the open value may be too. */
  readonly isWhole: boolean
}

/** Up to so many values each one is shown at once; an array is copied faster than an object. */
const shownAtOnce = { array: 1024, object: 256 }
/** Beyond, a container is shown when it has grown by this part of itself. */
const step = { array: 1 / 256, object: 1 / 32 }

/** Starts with nothing shown. */
export function createShownParts(kind: 'array' | 'object'): ShownParts {
  const published = { count: 0, copy: undefined }
  return kind === 'array'
    ? { kind, values: [], isStuck: false, ...published }
    : { kind, values: [], ...published }
}

/** Adds a part, or notes that it is not shown. */
export function addShown(parts: ShownParts, key: string | number, safe: unknown): void {
  if (parts.kind === 'object') {
    if (safe === hidden) return
    parts.values.push([String(key), safe])
  } else if (safe === hidden || parts.isStuck) {
    parts.isStuck = true
    return
  } else parts.values.push(safe)
  const { length } = parts.values
  const isLarge = length > shownAtOnce[parts.kind]
  if (isLarge && length < parts.count * (1 + step[parts.kind])) return
  parts.count = length
  parts.copy = undefined
}

/** Shown parts as they are now. */
export function viewShown(parts: ShownParts): ShownView {
  const isStuck = parts.kind === 'array' && parts.isStuck
  return { parts, count: parts.count, isWhole: parts.count === parts.values.length && !isStuck }
}

/** A copy of the shown parts, with what the open one shows. The same one, where nothing has changed. */
export function showWith(
  view: ShownView,
  key: string | number | undefined,
  child: unknown,
): unknown {
  const { parts, count, isWhole } = view
  if (child !== hidden && key !== undefined && isWhole) return copyWith(parts, count, [key, child])
  if (count !== parts.count) return copyWith(parts, count)
  parts.copy ??= copyWith(parts, count)
  return parts.copy
}

function copyWith(
  { kind, values }: ShownParts,
  count: number,
  more?: readonly [string | number, unknown],
): unknown {
  if (kind === 'array') {
    if (more === undefined) return values.slice(0, count)
    // What comes of `concat` has room for one more; a copy would be copied again to get it.
    const shown = values.length === count ? values : values.slice(0, count)
    return shown.concat([more[1]])
  }
  const safe: Record<string, unknown> = {}
  for (const [key, value] of values.slice(0, count)) safe[key] = value
  if (more !== undefined) safe[more[0]] = more[1]
  return safe
}
