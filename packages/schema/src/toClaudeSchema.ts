import * as z from 'zod'
import type { ZodType } from 'zod'
import { rewriteSchema, type JsonSchema, type SchemaIssue } from './rewriteSchema.js'

/** A JSON Schema that Claude's structured outputs accept, or the paths and rules that stop it. */
export type ClaudeSchema =
  | { readonly ok: true; readonly schema: JsonSchema }
  | { readonly ok: false; readonly issues: readonly SchemaIssue[] }

/**
 * Turns a zod schema into the JSON Schema that Claude's structured outputs and strict tools accept. It is made from the
 * schema's input side, since that is what Claude writes and zod reads. Keywords that the API does not take go into the
 * description and are checked by zod afterwards; what cannot be asked for at all is an issue with its path. Never throws.
 */
export function toClaudeSchema(schema: ZodType): ClaudeSchema {
  const counted = countSchema(schema)
  const issues = [...counted.issues, ...passedLimits(counted)]
  return issues.length > 0 ? { ok: false, issues } : { ok: true, schema: counted.schema }
}

/** A schema for Claude, as far as there is one, with what the API counts in it. */
export interface CountedSchema {
  readonly schema: JsonSchema
  readonly issues: readonly SchemaIssue[]
  readonly optional: number
  readonly unions: number
}

/** Turns a zod schema into Claude's, and counts what the API limits for all schemas of a request together. */
export function countSchema(schema: ZodType): CountedSchema {
  let unsafe: unknown
  try {
    unsafe = z.toJSONSchema(schema, {
      io: 'input',
      reused: 'inline',
      cycles: 'ref',
      unrepresentable: 'any',
    })
  } catch {
    const message = 'The schema has no JSON Schema'
    return { schema: {}, issues: [{ path: [], rule: 'unsupported', message }], ...nothing }
  }
  const issues: SchemaIssue[] = []
  return { ...rewriteSchema(unsafe, issues), issues }
}

const nothing = { optional: 0, unions: 0 }

/** The API's limits, for all strict schemas of one request together. */
const mostOptional = 24
const mostUnions = 16

/** Which of the API's limits some schemas pass together. */
export function passedLimits({
  optional,
  unions,
}: Pick<CountedSchema, 'optional' | 'unions'>): readonly SchemaIssue[] {
  const issues: SchemaIssue[] = []
  if (optional > mostOptional) {
    const message = `There are ${optional} optional fields, Claude takes ${mostOptional}; make some required, or nullable`
    issues.push({ path: [], rule: 'optional-limit', message })
  }
  if (unions > mostUnions) {
    const message = `There are ${unions} union or nullable fields, Claude takes ${mostUnions}; use one type, or optional`
    issues.push({ path: [], rule: 'union-limit', message })
  }
  return issues
}
