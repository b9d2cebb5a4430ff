import type { ZodType } from 'zod'
import type { Holder } from './closedPart.js'
import type { Form } from './form.js'
import { formsOf, formsOfAll } from './formsOf.js'
import type { OutputIssue } from './issue.js'

/** The forms of the value under a path, in all forms of the whole. */
export function formsAt(schema: ZodType, path: OutputIssue['path']): readonly Form[] {
  let forms: readonly Form[] = formsOf(schema)
  for (const key of path) forms = partForms(forms.filter(isHolder), key)
  return forms
}

/** The forms of a part, in all forms of the whole, each of them once. */
function partForms(holders: readonly Holder[], key: string | number): readonly Form[] {
  const forms = holders.flatMap((holder) => {
    const schemas = holder.kind === 'any' ? undefined : holder.part(key)
    return schemas === undefined || schemas.length === 0 ? [] : formsOfAll(schemas)
  })
  return [...new Set(forms)]
}

function isHolder(form: Form): form is Holder {
  return form.kind === 'any' || form.kind === 'object' || form.kind === 'array'
}
