import { beginPart, issueFor, readKey } from './beginPart.js'
import { hidden, judge, type Holder } from './closedPart.js'
import type { Skipped } from './extract.js'
import { mostIssues, type OutputIssue } from './issue.js'
import type { JsonListener, JsonReader } from './jsonReading.js'
import {
  addPart,
  createLevel,
  pathTo,
  shownBy,
  stateAt,
  viewOf,
  type Level,
  type LevelView,
} from './openLevel.js'
import type { DeepPartial, OpenOutput } from './output.js'
import { isZod, type OutputSchema } from './outputSchema.js'
import { readOpenText } from './readOpenText.js'

/** A check that hears of each value while it is read. */
export interface OpenCheck<Value> extends JsonListener {
  /** What is known now; costs as much as the text is nested. */
  snapshot(reader: JsonReader, more: { readonly skipped?: Skipped }): OpenOutput<Value>
}

/**
 * Creates a check of an open value. Each part that closes is checked by what the schema says of it in each form that is
 * still possible: a form that refuses it is possible no longer, and when none is left the whole is doomed. The parts of
 * another library's schema are not known, so that nothing is claimed and shown before the end.
 */
export function createOpenCheck<Value>(schema: OutputSchema<Value>): OpenCheck<Value> {
  const judges = isZod(schema) ? [schema] : []
  const whole: Holder = { kind: 'array', shows: true, part: () => judges, most: 1 }
  const root = createLevel('array', undefined, [whole])
  const levels: Level[] = [root]
  let key = ''
  let isDoomed = false

  function innermost(): Level {
    return levels.at(-1) ?? root
  }

  return {
    key(unsafeKey) {
      key = unsafeKey
      readKey(innermost(), key)
      isDoomed ||= innermost().isDoomed
    },
    begin(kind) {
      const level = innermost()
      const at = level.kind === 'array' ? level.parts.size : key
      beginPart(level, at, kind)
      isDoomed ||= level.isDoomed
      if (kind !== 'array' && kind !== 'object') return
      const forms = (level.open?.forms ?? []).filter(
        (form) => 'part' in form || form.kind === 'any',
      )
      levels.push(createLevel(kind, pathTo(level, at), forms))
    },
    end(unsafe, text) {
      const inside = typeof unsafe === 'object' && unsafe !== null ? levels.pop() : undefined
      const level = innermost()
      const { open } = level
      if (open === undefined) return
      level.open = undefined
      const shown = text && readOpenText(open.forms, text).shown
      const textBefore = typeof shown === 'string' ? shown : undefined
      const verdicts = judge(level.forms, open.key, unsafe)
      addPart(level, open.key, { unsafe, verdicts, textBefore, inside })
      isDoomed ||= level.isDoomed
    },
    snapshot({ issues, failed, openText }, more) {
      const level = innermost()
      const text = openText && level.open && readOpenText(level.open.forms, openText)
      let known = isDoomed || issues.length > 0 ? [...issues, ...levels.flatMap(issuesOf)] : none
      if (text?.isDoomed === true && openText && level.open) {
        const { key: at } = level.open
        const unsafe = { unsafe: openText.shown, path: pathTo(level, at) }
        known = [...known, issueFor(level.forms, at, unsafe)]
      }
      return snapshotOf<Value>(levels.map(viewOf), {
        more,
        text: text?.shown ?? hidden,
        issues: known.length > mostIssues ? known.slice(0, mostIssues) : known,
        doomed: isDoomed || failed || known.length > 0,
      })
    },
  }
}

/** Shared by all snapshots without issues. */
const none: readonly OutputIssue[] = Object.freeze([])

function issuesOf({ issues, open }: Level): readonly OutputIssue[] {
  return open?.issue === undefined ? issues : [...issues, open.issue]
}

function snapshotOf<Value>(
  views: readonly LevelView[],
  {
    more,
    text,
    issues,
    doomed,
  }: {
    readonly more: { readonly skipped?: Skipped }
    readonly text: unknown
    readonly issues: readonly OutputIssue[]
    readonly doomed: boolean
  },
): OpenOutput<Value> {
  let partial: { readonly shown: DeepPartial<Value> | undefined } | undefined
  return {
    status: 'open',
    ...more,
    // Made only when it is looked at, for that costs as much as the open containers hold.
    get partial() {
      partial ??= { shown: partialOf<Value>(views, text) }
      return partial.shown
    },
    issues,
    doomed,
    at: (path) => stateIn(views, path),
  }
}

function partialOf<Value>(
  views: readonly LevelView[],
  text: unknown,
): DeepPartial<Value> | undefined {
  const shown = views.reduceRight<unknown>((inner, view) => shownBy(view, inner), text)
  const [whole] = Array.isArray(shown) ? (shown as readonly DeepPartial<Value>[]) : []
  return whole
}

function stateIn(
  views: readonly LevelView[],
  path: OutputIssue['path'],
): ReturnType<OpenOutput<unknown>['at']> {
  let left: OutputIssue['path'] = [0, ...path]
  for (const view of views) {
    const state = stateAt(view, left)
    if (state !== 'next') return state
    left = left.slice(1)
  }
  return left.length === 0 ? 'open' : 'absent'
}
