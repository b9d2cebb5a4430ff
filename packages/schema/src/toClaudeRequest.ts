import type { ZodType } from 'zod'
import type { Tool } from './defineTool.js'
import type { JsonSchema, SchemaIssue } from './rewriteSchema.js'
import { countSchema, passedLimits, type CountedSchema } from './toClaudeSchema.js'

/** A tool as the Messages API takes it. */
export interface ToolDefinition {
  readonly name: string
  readonly description: string
  readonly input_schema: JsonSchema
  readonly strict?: true
}

/** The parts of a Messages API request that are made of schemas, to be spread into it. */
export interface ClaudeRequestParts {
  readonly tools?: readonly ToolDefinition[]
  readonly output_config?: {
    readonly format: { readonly type: 'json_schema'; readonly schema: JsonSchema }
  }
}

/** The parts, or what stops them; an issue's path begins with `tools` and the tool's name, or with `output`. */
export type ClaudeRequest =
  | { readonly ok: true; readonly request: ClaudeRequestParts }
  | { readonly ok: false; readonly issues: readonly SchemaIssue[] }

/** The API's limit, for one request. */
const mostStrictTools = 20

/**
 * Turns the tools and the output schema of one request into what the Messages API takes. The API limits what strict tools
 * and the output have together: 20 strict tools, 24 optional fields, 16 unions; so that is counted together here, and each
 * schema by itself. Never throws.
 */
export function toClaudeRequest({
  tools = [],
  output,
}: {
  readonly tools?: readonly Tool[] | undefined
  readonly output?: ZodType | undefined
}): ClaudeRequest {
  const countedTools = tools.map((tool) => ({ tool, counted: countSchema(tool.input) }))
  const countedOutput = output && countSchema(output)
  const issues = [
    ...namedTwice(tools),
    ...countedTools.flatMap(({ tool: { name, strict }, counted }) =>
      ownIssues(counted, {
        place: ['tools', name],
        name: `tool \`${name}\``,
        isLimited: strict === true,
      }),
    ),
    ...(countedOutput
      ? ownIssues(countedOutput, { place: ['output'], name: 'output', isLimited: true })
      : []),
    ...sharedIssues([
      ...countedTools.filter(({ tool }) => tool.strict).map(({ counted }) => counted),
      ...(countedOutput ? [countedOutput] : []),
    ]),
    ...tooManyTools(tools),
  ]
  if (issues.length > 0) return { ok: false, issues }
  const definitions = countedTools.map(({ tool: { name, description, strict }, counted }) => ({
    name,
    description,
    input_schema: counted.schema,
    ...(strict === true ? { strict } : {}),
  }))
  return {
    ok: true,
    request: {
      ...(definitions.length === 0 ? {} : { tools: definitions }),
      ...(countedOutput
        ? { output_config: { format: { type: 'json_schema', schema: countedOutput.schema } } }
        : {}),
    },
  }
}

function namedTwice(tools: readonly Tool[]): readonly SchemaIssue[] {
  const names = tools.map(({ name }) => name)
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return [...twice].map((name) => ({
    path: ['tools', name],
    rule: 'duplicate-tool',
    message: `two tools are called \`${name}\``,
  }))
}

/** What is wrong with one schema, whatever the others are. */
function ownIssues(
  counted: CountedSchema,
  {
    place,
    name,
    isLimited,
  }: { readonly place: readonly string[]; readonly name: string; readonly isLimited: boolean },
): readonly SchemaIssue[] {
  const passed = isLimited ? passedLimits(counted) : []
  return [...counted.issues, ...passed].map(({ path, rule, message }) => ({
    path: [...place, ...path],
    rule,
    message: `${name}: ${message}`,
  }))
}

/** What only all of them together are too much of. */
function sharedIssues(counted: readonly CountedSchema[]): readonly SchemaIssue[] {
  const own = new Set(counted.flatMap(passedLimits).map(({ rule }) => rule))
  const optional = sum(counted.map((one) => one.optional))
  const unions = sum(counted.map((one) => one.unions))
  return passedLimits({ optional, unions })
    .filter(({ rule }) => !own.has(rule))
    .map((issue) => ({ ...issue, message: `all strict schemas together: ${issue.message}` }))
}

function tooManyTools(tools: readonly Tool[]): readonly SchemaIssue[] {
  const count = tools.filter(({ strict }) => strict).length
  if (count <= mostStrictTools) return []
  const message = `there are ${count} strict tools, Claude takes ${mostStrictTools} in a request; leave \`strict\` out of some`
  return [{ path: ['tools'], rule: 'tool-limit', message }]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
