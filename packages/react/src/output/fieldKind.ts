import * as z from 'zod'
import type { ZodType } from 'zod'

/** How the text of a field is shown; `text` is as it is, with hidden characters revealed. */
export type FieldKind = 'markdown' | 'url' | 'text'

/** The name that a field of an untrusted address has as a format. */
export const urlFormat = 'untrusted-url'

/** Carries the kind on a check. Any copy of this package knows it, and so does a schema made from the schema. */
const kindOfCheck = Symbol.for('glovebox.field-kind')

/** Marks a text as markdown. */
export function markdownCheck(): z.core.$ZodCheck<string> {
  const check = z.check<string>(() => undefined)
  Object.defineProperty(defOf(check), kindOfCheck, { value: 'markdown', enumerable: true })
  return check
}

/** Says how the text of a schema is shown. */
export function fieldKindOf(schema: ZodType): FieldKind {
  const def = defOf(schema)
  if ('format' in def && def.format === urlFormat) return 'url'
  const isMarkdown = def.checks?.some(
    (check) => Reflect.get(defOf(check), kindOfCheck) === 'markdown',
  )
  return isMarkdown === true ? 'markdown' : 'text'
}

/** What a schema or check is made of, which zod keeps under one name. */
function defOf<Def>({ _zod: { def } }: { readonly _zod: { readonly def: Def } }): Def {
  return def
}
