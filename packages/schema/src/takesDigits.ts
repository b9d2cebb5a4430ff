import type { ZodType } from 'zod'
import type { Holder } from './closedPart.js'
import type { Form } from './form.js'
import { formsOf, formsOfAll } from './formsOf.js'
import type { OutputIssue } from './issue.js'
import { append, createOpenText } from './openText.js'

/** Whether, in some form of a value, a text of digits may stand under a path where the text has a number. */
export function takesDigits(schema: ZodType, path: OutputIssue['path'], digits: string): boolean {
  let forms: readonly Form[] = formsOf(schema)
  for (const key of path) forms = partForms(forms.filter(isHolder), key)
  const text = createOpenText()
  append(text, digits)
  return forms.some((form) => {
    if (form.kind === 'any') return form.takesDigits
    return form.kind === 'text' && form.reach(text) === text.points
  })
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
