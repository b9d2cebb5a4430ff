import * as z from 'zod'
import type { ZodType } from 'zod'
import { GloveboxSchemaError } from './GloveboxSchemaError.js'
import { isOutputSchema, type OutputSchema } from './outputSchema.js'

/** A tool that Claude may call: what it takes, and what it gives where that is JSON. */
export interface Tool<Name extends string = string, Input = unknown, Result = unknown> {
  readonly name: Name
  readonly description: string
  readonly input: ZodType<Input>
  /** What the tool gives; of any library that implements Standard Schema. */
  readonly output?: OutputSchema<Result>
  /** The API keeps Claude's input to the schema, within limits that hold for a whole request; see `toClaudeRequest`. */
  readonly strict?: boolean
}

/**
 * Defines a tool. Throws `GloveboxSchemaError` for a name the API does not take, no description, an input that is no zod
 * schema of an object, and an output that is no schema.
 */
export function defineTool<const Name extends string, Input, Result = unknown>(
  tool: Tool<Name, Input, Result>,
): Tool<Name, Input, Result> {
  if (typeof tool !== 'object' || tool === null) throw wrong('it is no object')
  const { name, description, input, output, strict } = tool
  if (typeof name !== 'string' || !/^[\w-]{1,64}$/.test(name)) {
    throw wrong('`name` is no tool name, expected 1 to 64 of A-Z, a-z, 0-9, _ and -')
  }
  if (typeof description !== 'string' || description.trim() === '') {
    throw wrong('`description` is empty, expected a text that tells Claude when to use it')
  }
  if (!(input instanceof z.ZodType)) throw wrong('`input` is no zod schema')
  if (!isObject(input)) throw wrong('`input` is no schema of an object, expected `z.object({ … })`')
  if (output !== undefined && !isOutputSchema(output)) {
    throw wrong('`output` is no schema of zod or another library that implements Standard Schema')
  }
  if (strict !== undefined && typeof strict !== 'boolean') {
    throw wrong('`strict` is no boolean')
  }
  return Object.freeze({ ...tool })
}

/** The API takes only objects as inputs; unions of objects neither. */
function isObject(input: ZodType): boolean {
  try {
    return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).type === 'object'
  } catch {
    return false
  }
}

function wrong(message: string): GloveboxSchemaError {
  return new GloveboxSchemaError('invalid-tool', `Cannot define tool: ${message}`)
}
