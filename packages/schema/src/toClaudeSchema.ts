import * as z from 'zod'
import type { ZodType } from 'zod'
import { rewriteSchema, type JsonSchema, type SchemaIssue } from './rewriteSchema.js'

/** A JSON Schema that Claude's structured outputs accept, or the paths and rules that stop it. */
export type ClaudeSchema =
  | { readonly ok: true; readonly schema: JsonSchema }
  | { readonly ok: false; readonly issues: readonly SchemaIssue[] }

/** The API's limits, for all strict schemas of one request together; one schema alone must not pass them either. */
const mostOptional = 24
const mostUnions = 16

/**
 * Turns a zod schema into the JSON Schema that Claude's structured outputs and strict tools accept. It is made from the
 * schema's input side, since that is what Claude writes and zod reads. Keywords that the API does not take go into the
 * description and are checked by zod afterwards; what cannot be asked for at all is an issue with its path. Never throws.
 */
export function toClaudeSchema(schema: ZodType): ClaudeSchema {
  const issues: SchemaIssue[] = []
  let unsafe: unknown
  try {
    unsafe = z.toJSONSchema(schema, {
      io: 'input',
      reused: 'inline',
      cycles: 'ref',
      unrepresentable: 'any',
    })
  } catch {
    return {
      ok: false,
      issues: [{ path: [], rule: 'unsupported', message: 'The schema has no JSON Schema' }],
    }
  }
  const { schema: rewritten, optional, unions } = rewriteSchema(unsafe, issues)
  if (optional > mostOptional) {
    const message = `There are ${optional} optional fields, Claude takes ${mostOptional}; make some required, or nullable`
    issues.push({ path: [], rule: 'optional-limit', message })
  }
  if (unions > mostUnions) {
    const message = `There are ${unions} union or nullable fields, Claude takes ${mostUnions}; use one type, or optional`
    issues.push({ path: [], rule: 'union-limit', message })
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, schema: rewritten }
}
