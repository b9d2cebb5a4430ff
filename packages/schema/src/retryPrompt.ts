import type { ZodType } from 'zod'
import { byteLength, fitting } from './byteLength.js'
import { childSchema } from './childSchema.js'
import type { OutputIssue } from './issue.js'
import { isZod, type OutputSchema } from './outputSchema.js'

/** The most bytes of all lines together; with the last line, which counts the rest, it stays under 2 KB. */
const mostBytes = 1900
const mostLineBytes = 300

/**
 * Writes what to send back to the model. Only keys that the schema names, indices and expectations of the schema are in
 * it; a key or a value that came from the model is never repeated, for it may be somebody's instruction.
 */
export function retryPrompt(schema: OutputSchema, issues: readonly OutputIssue[]): string {
  const head = 'The JSON did not fit its schema. Send the whole JSON again with these corrected:'
  const lines: string[] = []
  let bytes = byteLength(head)
  for (const { path, message } of issues) {
    const line = cut(`- ${describePath(schema, path)}: ${message}`)
    bytes += byteLength(line) + 1
    if (bytes > mostBytes) break
    lines.push(line)
  }
  const left = issues.length - lines.length
  return [head, ...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n')
}

/** A line of bounded length, on which no half of a character is left. */
function cut(line: string): string {
  return line.slice(0, fitting(line, mostLineBytes).length).replace(/[\uD800-\uDBFF]$/, '')
}

function describePath(schema: OutputSchema, path: OutputIssue['path']): string {
  let current: ZodType | undefined = isZod(schema) ? schema : undefined
  const parts = path.slice(0, 12).map((part) => {
    const child: ZodType | undefined = current && childSchema(current, part)
    current = child
    if (typeof part === 'number') return `[${part}]`
    return child === undefined ? '.*' : `.${part}`
  })
  return parts.length === 0 ? 'the value' : parts.join('').replace(/^\./, '')
}
