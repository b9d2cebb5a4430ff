import type { ZodType } from 'zod'
import type { JsonKind } from './jsonReading.js'
import type { OpenText } from './openText.js'

/** One form that a schema lets a value take. A value is valid only if it is valid in one of its schema's forms. */
export type Form = AnyForm | ScalarForm | TextForm | ContainerForm

/** A value of which nothing can be told before it is closed, as of `catch`, `preprocess`, `coerce` and `unknown`. */
export interface AnyForm {
  readonly kind: 'any'
  readonly shows: false
  /** It takes digits for the number they stand for. */
  readonly takesDigits: boolean
}

/** A value that is told by its first character. */
export interface ScalarForm {
  readonly kind: Exclude<JsonKind, 'text' | 'object' | 'array'>
  readonly shows: boolean
}

/** A text. */
export interface TextForm {
  readonly kind: 'text'
  /** What comes out begins with the text as it is while it is open. */
  readonly shows: boolean
  /** The only text it takes, in upper and lower case. */
  readonly word?: string
  /** How many characters of an open text, from its start, may become a valid text. */
  reach(text: OpenText): number
}

/** An object or array. */
export interface ContainerForm {
  readonly kind: 'object' | 'array'
  /** What comes out of a part stands in what comes out of the whole, under the same key. */
  readonly shows: boolean
  /** The schemas that all have to accept the value under a key; none where nothing judges it; undefined where none may be there. */
  part(key: string | number): readonly ZodType[] | undefined
  /** The most items of an array. */
  readonly most: number
}

/** The form that says nothing. */
export const anyForm: AnyForm = Object.freeze({ kind: 'any', shows: false, takesDigits: false })

/** Says of what may be in a container that nothing of it is shown while it is open. */
export function hide(form: Form): Form {
  return form.shows ? { ...form, shows: false } : form
}

/** The forms of a value that two schemas have to accept both. */
export function bothOf(
  left: readonly Form[],
  right: readonly Form[],
  joinParts: PartJoin,
): readonly Form[] {
  if (left.length * right.length > mostForms) return [anyForm]
  return left.flatMap((one) =>
    right.flatMap((other) => {
      if (one.kind === 'any') return [besideAny(other, joinParts)]
      if (other.kind === 'any') return [besideAny(one, joinParts)]
      const joined = join(one, other, joinParts)
      return joined === undefined ? [] : [joined]
    }),
  )
}

/** What two schemas say of the same part, as one. */
export type PartJoin = (
  left: readonly ZodType[] | undefined,
  right: readonly ZodType[] | undefined,
) => readonly ZodType[] | undefined

/** Both have to take the key. */
export const bothTake: PartJoin = (left, right) =>
  left === undefined || right === undefined ? undefined : [...left, ...right]

/** As in zod's intersection: a key that one side does not know is refused only if the other does not know it either. */
export const eitherTakes: PartJoin = (left, right) =>
  left === undefined && right === undefined ? undefined : [...(left ?? []), ...(right ?? [])]

/** More forms than these are not told apart; one would be as good as none. */
const mostForms = 64

function join(one: Form, other: Form, joinParts: PartJoin): Form | undefined {
  const shows = one.shows && other.shows
  if (one.kind === 'text' && other.kind === 'text') {
    return { kind: 'text', shows, reach: (text) => Math.min(one.reach(text), other.reach(text)) }
  }
  if ('part' in one && 'part' in other && one.kind === other.kind) {
    // A tuple that ends refuses what follows, whatever the other side says.
    const joinOf = one.kind === 'array' ? bothTake : joinParts
    return {
      kind: one.kind,
      shows,
      part: (key) => joinOf(one.part(key), other.part(key)),
      most: Math.min(one.most, other.most),
    }
  }
  return one.kind === other.kind ? hideUnless(one, shows) : undefined
}

/** A form beside one that takes any key. */
function besideAny(form: Form, joinParts: PartJoin): Form {
  if (form.kind !== 'object') return hide(form)
  return { ...form, shows: false, part: (key) => joinParts(form.part(key), []) }
}

function hideUnless(form: Form, shows: boolean): Form {
  return shows ? form : hide(form)
}
