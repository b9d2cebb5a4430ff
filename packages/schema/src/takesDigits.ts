import type { ZodType } from 'zod'
import { formsAt } from './formsAt.js'
import type { OutputIssue } from './issue.js'
import { append, createOpenText } from './openText.js'

/** Whether, in some form of a value, a text of digits may stand under a path where the text has a number. */
export function takesDigits(schema: ZodType, path: OutputIssue['path'], digits: string): boolean {
  const text = createOpenText()
  append(text, digits)
  return formsAt(schema, path).some((form) => {
    if (form.kind === 'any') return form.takesDigits
    return form.kind === 'text' && form.reach(text) === text.points
  })
}
