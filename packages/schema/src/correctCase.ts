import type * as z from 'zod'
import type { ZodType } from 'zod'
import type { Correction } from './correction.js'
import { indexWords } from './foldCase.js'
import { formsAt } from './formsAt.js'

/** Keys and indices from the outermost value on. */
type Path = readonly PropertyKey[]

/** A word of the schema, and where the text has it in another case. */
interface WordFix {
  readonly path: Path
  readonly word: string
}

/**
 * Puts right the words of enums and literals that differ from the schema's in upper and lower case alone: Claude's
 * structured outputs do not promise the case. Takes what zod said against a value; gives a changed copy and what was
 * changed in it, or undefined where case explains nothing of it.
 */
export function correctCase(
  schema: ZodType,
  unsafe: unknown,
  unsafeIssues: readonly z.core.$ZodIssue[],
): { readonly unsafe: unknown; readonly corrections: readonly Correction[] } | undefined {
  const found = unsafeIssues.flatMap((issue) => fixesOf({ schema, unsafe }, issue, []) ?? [])
  // Both sides of an intersection may say the same.
  const fixes = [...new Map(found.map((fix) => [JSON.stringify(fix.path), fix])).values()]
  if (fixes.length === 0) return undefined
  return {
    unsafe: withWords(unsafe, fixes),
    corrections: fixes.map(({ path }) => ({ path: path.filter(isKey), code: 'case' })),
  }
}

/** A value, and what it is checked by. */
interface Whole {
  readonly schema: ZodType
  readonly unsafe: unknown
}

/** What puts an issue right; undefined where case does not. */
function fixesOf(
  whole: Whole,
  issue: z.core.$ZodIssue,
  above: Path,
): readonly WordFix[] | undefined {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_value') return wordFix(whole, path, issue.values)
  if (issue.code !== 'invalid_union') return undefined
  if (issue.discriminator !== undefined) return wordFix(whole, path, wordsAt(whole.schema, path))
  for (const issuesOfForm of issue.errors) {
    const fixes = issuesOfForm.map((one) => fixesOf(whole, one, path))
    if (fixes.length > 0 && fixes.every((fix) => fix !== undefined)) return fixes.flat()
  }
  return undefined
}

/** The one word that a text differs from in case alone. */
function wordFix(
  { unsafe }: Whole,
  path: Path,
  values: readonly unknown[],
): readonly WordFix[] | undefined {
  const text = valueAt(unsafe, path)
  if (typeof text !== 'string') return undefined
  const word = indexWords(values).find(text)
  return word === undefined ? undefined : [{ path, word }]
}

/** The words that a discriminator may be; the issue itself names them only in newer versions of zod. */
function wordsAt(schema: ZodType, path: Path): readonly string[] {
  return formsAt(schema, path.filter(isKey)).flatMap((form) =>
    form.kind === 'text' && form.word !== undefined ? [form.word] : [],
  )
}

function valueAt(unsafe: unknown, path: Path): unknown {
  let value = unsafe
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

/** A copy of a value with some words in it replaced. What holds none of them is the same object. */
function withWords(unsafe: unknown, fixes: readonly WordFix[]): unknown {
  const whole = { value: unsafe }
  const copied = new Set<unknown>([whole])
  for (const { path, word } of fixes) {
    let holder: object = whole
    let place: PropertyKey = 'value'
    for (const key of path) {
      holder = copyIn(holder, place, copied)
      place = key
    }
    Reflect.set(holder, place, word)
  }
  return whole.value
}

/** Puts a copy of the container that stands in another one in its place, once. */
function copyIn(holder: object, key: PropertyKey, copied: Set<unknown>): object {
  const inner: unknown = Reflect.get(holder, key)
  if (typeof inner !== 'object' || inner === null) return holder
  if (copied.has(inner)) return inner
  const copy = Array.isArray(inner) ? [...(inner as readonly unknown[])] : { ...inner }
  copied.add(copy)
  Reflect.set(holder, key, copy)
  return copy
}

function isKey(part: PropertyKey): part is string | number {
  return typeof part !== 'symbol'
}
