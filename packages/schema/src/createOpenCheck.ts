import type { ZodType } from 'zod'
import { checkClosed, hidden, stateWithin, type ClosedPart } from './checkClosed.js'
import { childSchema, shownWhileOpen } from './childSchema.js'
import { mostIssues, type OutputIssue } from './issue.js'
import type { JsonReader, OpenContainer } from './jsonReader.js'
import type { DeepPartial, OpenOutput } from './output.js'

/** An open container, and what is known of its closed parts. It grows while the container does. */
interface Level {
  readonly open: OpenContainer
  readonly schema: ZodType | undefined
  readonly path: OutputIssue['path']
  readonly parts: Map<string | number, { readonly part: ClosedPart; readonly order: number }>
  /** What its closed parts show; `hidden` where the schema expects something else or rewrites the whole. */
  readonly shown: unknown[] | Map<string, unknown> | typeof hidden
  readonly issues: OutputIssue[]
  /** An item before is not shown, so that no later one can be. */
  isStuck: boolean
}

/**
 * Creates a check of what has closed so far. Each call checks only what closed since the last one, by the part of the
 * schema that stands on its own for it (a property, an item), and copies what the open containers show.
 */
export function createOpenCheck<Value>(
  schema: ZodType<Value>,
  reader: JsonReader,
): () => OpenOutput<Value> {
  const levels: Level[] = []
  let root: ClosedPart | undefined

  function catchUp(): void {
    if (reader.root === 'closed') {
      levels.length = 0
      root ??= checkClosed(schema, reader.value)
      return
    }
    for (const [index, open] of reader.open.entries()) {
      if (levels[index]?.open !== open)
        levels.splice(index, Infinity, enter(open, levels[index - 1]))
      const level = levels[index]
      if (level !== undefined) checkNew(level)
    }
    levels.length = reader.open.length
  }

  function enter(open: OpenContainer, parent: Level | undefined): Level {
    const key = parent?.open.openKey
    const path = parent === undefined ? [] : [...parent.path, key ?? '']
    const own = parent === undefined ? schema : childOf(parent.schema, key)
    const kind = shownWhileOpen(own)
    const isArray = Array.isArray(open.container)
    let shown: Level['shown'] = hidden
    if (kind === 'array' && isArray) shown = []
    if (kind === 'object' && !isArray) shown = new Map()
    return { open, schema: own, path, parts: new Map(), shown, issues: [], isStuck: false }
  }

  function finalState(path: OutputIssue['path']): ReturnType<OpenOutput<Value>['at']> {
    return root === undefined ? 'absent' : stateWithin(root, path)
  }

  return () => {
    catchUp()
    const issues = [
      ...reader.issues,
      ...(root?.issues ?? []),
      ...levels.flatMap((level) => level.issues),
    ].slice(0, mostIssues)
    const isOpen = reader.root === 'open'
    const known = levels.map((level) => ({
      level,
      count: level.parts.size,
      openKey: level.open.openKey,
    }))
    const shown = root === undefined ? shownNow(levels, schema, reader.openText) : root.shown
    return {
      status: 'open',
      partial: shown === hidden ? undefined : (shown as DeepPartial<Value>),
      issues,
      doomed: issues.length > 0 || reader.failed,
      at(path) {
        if (!isOpen) return finalState(path)
        for (const [index, key] of path.entries()) {
          const at = known[index]
          const found = at?.level.parts.get(key)
          // What closed after this snapshot was made is not part of it.
          if (at !== undefined && found !== undefined && found.order < at.count) {
            return stateWithin(found.part, path.slice(index + 1))
          }
          if (at === undefined || at.openKey !== key) return 'absent'
        }
        return 'open'
      },
    }
  }
}

/** Checks the parts of a container that have closed since the last time. */
function checkNew(level: Level): void {
  const { open, parts, shown } = level
  for (let order = parts.size; order < open.closed.length; order += 1) {
    const key = open.closed[order] ?? ''
    const part = checkClosed(childOf(level.schema, key), partOf(open.container, key))
    parts.set(key, { part, order })
    for (const issue of part.issues) {
      if (level.issues.length >= mostIssues) break
      level.issues.push({ ...issue, path: [...level.path, key, ...issue.path] })
    }
    if (part.shown === hidden) level.isStuck ||= Array.isArray(shown)
    else if (shown instanceof Map) shown.set(String(key), part.shown)
    else if (shown !== hidden && !level.isStuck) shown.push(part.shown)
  }
}

/** What may be shown of an open value: a copy of what its containers show, and the string that is open. */
function shownNow(
  levels: readonly Level[],
  schema: ZodType,
  openText: string | undefined,
): unknown {
  const last = levels.at(-1)
  const textSchema = last === undefined ? schema : childOf(last.schema, last.open.openKey)
  let shown: unknown = hidden
  if (openText !== undefined && shownWhileOpen(textSchema) === 'text') shown = openText
  for (const level of levels.toReversed()) shown = copyWith(level, shown)
  return shown
}

function copyWith({ open, shown, isStuck }: Level, child: unknown): unknown {
  if (shown === hidden) return hidden
  if (!(shown instanceof Map)) return child === hidden || isStuck ? [...shown] : [...shown, child]
  const copy = Object.fromEntries(shown)
  if (child !== hidden && typeof open.openKey === 'string') copy[open.openKey] = child
  return copy
}

function childOf(
  schema: ZodType | undefined,
  key: string | number | undefined,
): ZodType | undefined {
  return schema === undefined || key === undefined ? undefined : childSchema(schema, key)
}

function partOf(container: OpenContainer['container'], key: string | number): unknown {
  return Object.hasOwn(container, key) ? Reflect.get(container, key) : undefined
}
