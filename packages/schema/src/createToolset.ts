import type { Tool } from './defineTool.js'
import { GloveboxSchemaError } from './GloveboxSchemaError.js'
import type { Output } from './output.js'
import { parseOutput } from './parseOutput.js'
import { stoppedBy } from './stopped.js'
import { toClaudeSchema } from './toClaudeSchema.js'

/** A call of one of the tools, told apart by `name`; `unknown` is a name that no tool has. */
export type ToolUse<Tools extends readonly Tool[]> =
  | {
      [Index in keyof Tools]: Tools[Index] extends Tool<infer Name, infer Input>
        ? { readonly name: Name; readonly id: string; readonly output: Output<Input> }
        : never
    }[number]
  | { readonly name: null; readonly id: string; readonly output: Output<never> }

/** Several tools as one. */
export interface Toolset<Tools extends readonly Tool[]> {
  /** What the Messages API's `tools` takes. */
  readonly definitions: readonly {
    readonly name: string
    readonly description: string
    readonly input_schema: unknown
  }[]
  /**
   * Reads a `tool_use` block. Never throws. Give the message's `stopReason`: an input that `max_tokens` cut may arrive as
   * an empty object, which a schema of optional fields would take for whole.
   */
  parseUse(
    unsafeBlock: unknown,
    options?: { readonly stopReason?: string | null | undefined },
  ): ToolUse<Tools>
  /** Checks what a tool gave; a result is as untrusted as an input. Of a tool without `output` nothing is checked. */
  parseResult(name: string, unsafe: unknown): Output<unknown>
}

/** Creates a toolset. Throws `GloveboxSchemaError` for a name given twice and for an input that Claude does not accept. */
export function createToolset<const Tools extends readonly Tool[]>(tools: Tools): Toolset<Tools> {
  const byName = new Map<string, Tool>()
  for (const tool of tools) {
    if (byName.has(tool.name)) {
      const message = `Cannot create toolset: two tools are called \`${tool.name}\``
      throw new GloveboxSchemaError('duplicate-tool', message)
    }
    byName.set(tool.name, tool)
  }
  const definitions = tools.map(({ name, description, input }) => {
    const result = toClaudeSchema(input)
    if (result.ok) return { name, description, input_schema: result.schema }
    const message = result.issues[0]?.message ?? 'toClaudeSchema says why'
    throw new GloveboxSchemaError(
      'invalid-tool',
      `Cannot create toolset: tool \`${name}\`: ${message}`,
    )
  })

  function parseUse(
    unsafeBlock: unknown,
    { stopReason }: { readonly stopReason?: string | null | undefined } = {},
  ): ToolUse<Tools> {
    const { id, name, input, unsafeJson, complete } = readBlock(unsafeBlock)
    const tool = byName.get(name)
    if (tool === undefined) return { name: null, id, output: unknownTool }
    const stopped = stoppedBy(stopReason)
    if (stopped !== null) return use(tool, id, stopped)
    if (!complete) return use(tool, id, { status: 'cut', reason: 'cut' })
    // A tool without arguments streams one empty text, and its input is the empty object.
    return use(tool, id, parseOutput(tool.input, unsafeJson === '' ? input : (unsafeJson ?? input)))
  }

  /** The tool's name and the output's type belong together, since both come from one tool of the list. */
  function use(tool: Tool, id: string, output: Output<unknown>): ToolUse<Tools> {
    return { name: tool.name, id, output } as unknown as ToolUse<Tools>
  }

  return {
    definitions,
    parseUse,
    parseResult(name, unsafe) {
      const tool = byName.get(name)
      if (tool === undefined) return unknownTool
      return tool.output === undefined
        ? { status: 'valid', value: unsafe }
        : parseOutput(tool.output, unsafe)
    },
  }
}

const unknownTool: Output<never> = Object.freeze({
  status: 'invalid',
  issues: [{ path: [], code: 'unknown-tool', message: 'There is no tool of this name' }],
  retryPrompt: 'There is no tool of this name. Use one of the tools you were given.',
})

function readBlock(unsafeBlock: unknown): {
  id: string
  name: string
  input: unknown
  unsafeJson: string | undefined
  complete: boolean
} {
  const block: Readonly<Record<string, unknown>> =
    typeof unsafeBlock === 'object' && unsafeBlock !== null ? { ...unsafeBlock } : {}
  return {
    id: typeof block['id'] === 'string' ? block['id'] : '',
    name: typeof block['name'] === 'string' ? block['name'] : '',
    input: block['input'],
    unsafeJson: typeof block['unsafeJson'] === 'string' ? block['unsafeJson'] : undefined,
    complete: block['complete'] !== false,
  }
}
