import type { ZodType } from 'zod'
import type { ContainerForm, AnyForm } from './form.js'
import type { OutputIssue } from './issue.js'
import { messageFor } from './messageFor.js'
import { sameValue } from './sameValue.js'
import { validateOutput, type ValidatedOutput } from './validateOutput.js'

/** Stands for a value of which nothing may be shown. */
export const hidden = Symbol('hidden')

/** A form of what holds a value: what judges its parts. */
export type Holder = ContainerForm | AnyForm

/** What one form of the whole says of a closed part. */
export type Verdict =
  | { readonly ok: true; readonly isJudged: boolean; readonly shown: unknown }
  | { readonly ok: false; readonly issues: readonly OutputIssue[] }

/** What each form of the whole says of a closed part, in the order of the forms. */
export interface Verdicts {
  readonly forms: readonly Holder[]
  readonly list: readonly Verdict[]
}

/** A part that is closed, and what each form that is possible for the whole says of it. */
export interface ClosedPart<Inside> {
  readonly unsafe: unknown
  /** How many parts closed before it. */
  readonly order: number
  readonly verdicts: Verdicts
  /** What was shown of it as an open text. Since it was shown, it stays. */
  readonly textBefore: string | undefined
  /** What was known of its own parts, unless they are all valid and shown. What they showed stays. */
  readonly inside: Inside | undefined
}

/** Has a closed part checked by each form, by each schema once. */
export function judge(forms: readonly Holder[], key: string | number, unsafe: unknown): Verdicts {
  const results = forms.length > 1 ? new Map<ZodType, ValidatedOutput<unknown>>() : undefined
  const check = (schema: ZodType): ValidatedOutput<unknown> => {
    const result = results?.get(schema) ?? validateOutput(schema, unsafe)
    results?.set(schema, result)
    return result
  }
  return { forms, list: forms.map((form) => verdictOf(form, key, check)) }
}

function verdictOf(
  form: Holder,
  key: string | number,
  check: (schema: ZodType) => ValidatedOutput<unknown>,
): Verdict {
  const schemas = form.kind === 'any' ? [] : form.part(key)
  if (schemas === undefined) return { ok: false, issues: [] }
  const [schema, ...others] = schemas
  if (schema === undefined) return notJudged
  const result = check(schema)
  if (!result.ok) return result
  let isShown = form.shows
  for (const other of others) {
    const also = check(other)
    if (!also.ok) return also
    isShown &&= sameValue(result.value, also.value)
  }
  return { ok: true, isJudged: true, shown: isShown ? result.value : hidden }
}

const notJudged: Verdict = Object.freeze({ ok: true, isJudged: false, shown: hidden })

/** Whether a form accepts a part. */
export function accepts(verdicts: Verdicts, form: Holder): boolean {
  return verdictBy(verdicts, form)?.ok === true
}

/** The state of a part, where these forms of the whole are possible. */
export function stateOf(
  { verdicts }: { readonly verdicts: Verdicts },
  forms: readonly Holder[],
): 'open' | 'valid' | 'invalid' {
  let state: 'open' | 'valid' | 'invalid' = 'invalid'
  for (const form of forms) {
    const verdict = verdictBy(verdicts, form)
    if (verdict?.ok !== true) continue
    if (!verdict.isJudged) return 'open'
    state = 'valid'
  }
  return state
}

/** What may be shown of a part: what all possible forms make of it, else what was shown before it closed. */
export function shownOf<Inside>(
  part: ClosedPart<Inside>,
  forms: readonly Holder[],
  shownInside: (inside: Inside) => unknown,
): unknown {
  const safe = agreed(part, forms)
  if (safe !== hidden) return safe
  return part.inside === undefined ? (part.textBefore ?? hidden) : shownInside(part.inside)
}

/** What all forms that are possible and accept a part make of it, if it is the same. */
export function agreed(
  { verdicts }: { readonly verdicts: Verdicts },
  forms: readonly Holder[],
): unknown {
  let safe: unknown = hidden
  let isFirst = true
  for (const form of forms) {
    const verdict = verdictBy(verdicts, form)
    if (verdict?.ok !== true) continue
    if (!isFirst && !sameValue(safe, verdict.shown)) return hidden
    safe = verdict.shown
    isFirst = false
  }
  return safe
}

/** Why a part makes the whole impossible. */
export function issuesOf(verdicts: Verdicts): readonly OutputIssue[] {
  const refusals = new Set<readonly OutputIssue[]>()
  for (const verdict of verdicts.list) if (!verdict.ok) refusals.add(verdict.issues)
  const [first = []] = refusals
  // Several forms, and each has another reason.
  return refusals.size > 1 ? [noneFits] : first
}

/** No form of the value is possible. */
export const noneFits: OutputIssue = Object.freeze({
  path: [],
  code: 'invalid_union',
  ...messageFor({ code: 'invalid_union' }),
})

function verdictBy({ forms, list }: Verdicts, form: Holder): Verdict | undefined {
  return list[forms.indexOf(form)]
}
