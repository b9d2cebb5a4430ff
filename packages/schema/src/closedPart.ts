import type { ZodType } from 'zod'
import type { ContainerForm, AnyForm } from './form.js'
import type { OutputIssue } from './issue.js'
import { messageFor } from './messageFor.js'
import { sameValue } from './sameValue.js'
import { validate, type Validated } from './validate.js'

/** Stands for a value of which nothing may be shown. */
export const hidden = Symbol('hidden')

/** A form of what holds a value: what judges its parts. */
export type Holder = ContainerForm | AnyForm

/** What one form of the whole says of a closed part. */
export type Verdict =
  | { readonly ok: true; readonly isJudged: boolean; readonly shown: unknown }
  | { readonly ok: false; readonly issues: readonly OutputIssue[] }

/** What each form of the whole says of a closed part. */
export type Verdicts = ReadonlyMap<Holder, Verdict>

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
  const results = new Map<ZodType, Validated<unknown>>()
  const check = (schema: ZodType): Validated<unknown> => {
    const result = results.get(schema) ?? validate(schema, unsafe)
    results.set(schema, result)
    return result
  }
  return new Map(forms.map((form) => [form, verdictOf(form, key, check)]))
}

function verdictOf(
  form: Holder,
  key: string | number,
  check: (schema: ZodType) => Validated<unknown>,
): Verdict {
  const schemas = form.kind === 'any' ? [] : form.part(key)
  if (schemas === undefined) return { ok: false, issues: [] }
  const values: unknown[] = []
  for (const schema of schemas) {
    const result = check(schema)
    if (!result.ok) return result
    values.push(result.value)
  }
  const [first] = values
  const isShown =
    form.shows && schemas.length > 0 && values.every((value) => sameValue(first, value))
  return { ok: true, isJudged: schemas.length > 0, shown: isShown ? first : hidden }
}

/** The state of a part, where these forms of the whole are possible. */
export function stateOf(
  { verdicts }: { readonly verdicts: Verdicts },
  forms: readonly Holder[],
): 'open' | 'valid' | 'invalid' {
  const accepting = acceptingOf(verdicts, forms)
  if (accepting.length === 0) return 'invalid'
  return accepting.every(({ isJudged }) => isJudged) ? 'valid' : 'open'
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
  const [first, ...others] = acceptingOf(verdicts, forms)
  if (first === undefined) return hidden
  return others.every(({ shown }) => sameValue(shown, first.shown)) ? first.shown : hidden
}

/** Why a part makes the whole impossible. */
export function issuesOf(verdicts: Verdicts): readonly OutputIssue[] {
  const refusals = new Set<readonly OutputIssue[]>()
  for (const verdict of verdicts.values()) if (!verdict.ok) refusals.add(verdict.issues)
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

function acceptingOf(
  verdicts: Verdicts,
  forms: readonly Holder[],
): readonly Extract<Verdict, { ok: true }>[] {
  return forms.flatMap((form) => {
    const verdict = verdicts.get(form)
    return verdict?.ok === true ? [verdict] : []
  })
}
