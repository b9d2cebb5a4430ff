import { noneFits, type Holder } from './closedPart.js'
import { anyForm, type Form } from './form.js'
import { formsOfAll } from './formsOf.js'
import type { OutputIssue } from './issue.js'
import type { JsonKind } from './jsonReading.js'
import { messageFor } from './messageFor.js'
import { narrow, pathTo, report, type Level } from './openLevel.js'
import { validate } from './validate.js'

/** Notes that a key has been read in a level: the forms that have no such key are not possible. */
export function readKey(level: Level, key: string): void {
  const isPossible = narrow(level, (form) => form.kind === 'any' || form.part(key) !== undefined)
  if (isPossible) return
  const code = 'unrecognized_keys'
  report(level, { path: level.path ?? [], code, ...messageFor({ code }) })
}

/** Notes that a value has begun in a level: the forms that take no such value there are not possible. */
export function beginPart(level: Level, key: string | number, kind: JsonKind): void {
  const { forms: before, isDoomed: wasDoomed } = level
  const fitting = before.map((form) => fittingForms(form, key, kind))
  const fits = (form: Holder): readonly Form[] => fitting[before.indexOf(form)] ?? []
  narrow(level, (form) => fits(form).length > 0)
  const [only] = fitting
  const forms = before.length === 1 && only ? only : level.forms.flatMap(fits)
  level.open = { key, forms, issue: undefined }
  if (forms.length > 0 || wasDoomed) return
  const most = Math.max(...before.map((form) => (form.kind === 'array' ? form.most : 0)))
  if (level.kind === 'array' && Number(key) >= most) report(level, tooMany(level, most))
  else {
    const path = pathTo(level, key)
    level.open = { key, forms, issue: issueFor(before, key, { unsafe: samples[kind], path }) }
  }
}

/** Why a value of a part, or the beginning of one, is refused; only what is so of all that it may grow into. */
export function issueFor(
  forms: readonly Holder[],
  key: string | number,
  { unsafe, path }: { readonly unsafe: unknown; readonly path: OutputIssue['path'] },
): OutputIssue {
  const schemas = new Set(
    forms.flatMap((form) => (form.kind === 'any' ? [] : (form.part(key) ?? []))),
  )
  const [schema] = schemas
  if (schema === undefined || schemas.size > 1) return { ...noneFits, path }
  const result = validate(schema, unsafe)
  const issue = result.ok
    ? undefined
    : result.issues.find((one) => one.path.length === 0 && lasting.has(one.code))
  return { ...(issue ?? noneFits), path }
}

/** What more text does not put right. */
const lasting: ReadonlySet<string> = new Set([
  'invalid_type',
  'invalid_value',
  'invalid_union',
  'too_big',
])

/** A value of each kind. */
const samples: Readonly<Record<JsonKind, unknown>> = {
  object: {},
  array: [],
  text: '',
  number: 0,
  true: true,
  false: false,
  null: null,
}

function fittingForms(holder: Holder, key: string | number, kind: JsonKind): readonly Form[] {
  if (holder.kind === 'any') return anyForms
  const schemas = holder.part(key)
  if (schemas === undefined) return []
  const forms = formsOfAll(schemas)
  return forms.every((form) => fitsKind(form, kind))
    ? forms
    : forms.filter((form) => fitsKind(form, kind))
}

const anyForms: readonly Form[] = [anyForm]

function fitsKind(form: Form, kind: JsonKind): boolean {
  if (form.kind === 'any' || form.kind === kind) return true
  // A number may still grow into one that is given as a text.
  return form.kind === 'text' && kind === 'number'
}

function tooMany(level: Level, most: number): OutputIssue {
  const issue = { code: 'too_big', maximum: most, inclusive: true, origin: 'array' }
  return { path: level.path ?? [], code: issue.code, ...messageFor(issue) }
}
