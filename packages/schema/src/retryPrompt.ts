import type { ZodType } from 'zod'
import { childSchema } from './childSchema.js'
import type { OutputIssue } from './issue.js'

/** The most characters a retry prompt has; what it is made of is ASCII but for the schema's own words. */
const longest = 1800

/**
 * Writes what to send back to the model. Only keys that the schema names, indices and expectations of the schema are in
 * it; a key or a value that came from the model is never repeated, for it may be somebody's instruction.
 */
export function retryPrompt(schema: ZodType, issues: readonly OutputIssue[]): string {
  const head = 'The JSON did not fit its schema. Send the whole JSON again with these corrected:'
  const lines: string[] = []
  let length = head.length
  for (const { path, message } of issues) {
    const line = `- ${describePath(schema, path)}: ${message}`.slice(0, 300)
    if (length + line.length > longest) break
    lines.push(line)
    length += line.length + 1
  }
  const left = issues.length - lines.length
  return [head, ...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n')
}

function describePath(schema: ZodType, path: OutputIssue['path']): string {
  let current: ZodType | undefined = schema
  const parts = path.slice(0, 12).map((part) => {
    const child: ZodType | undefined = current && childSchema(current, part)
    current = child
    if (typeof part === 'number') return `[${part}]`
    return child === undefined ? '.*' : `.${part}`
  })
  return parts.length === 0 ? 'the value' : parts.join('').replace(/^\./, '')
}
