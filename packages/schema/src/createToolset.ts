import type { Tool } from './defineTool.js'
import { GloveboxSchemaError } from './GloveboxSchemaError.js'
import type { Output } from './output.js'
import { parseOutput } from './parseOutput.js'
import { stoppedBy, type StopFacts } from './stopped.js'
import { toClaudeRequest, type ToolDefinition } from './toClaudeRequest.js'

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
  readonly definitions: readonly ToolDefinition[]
  /**
   * Reads a `tool_use` block. Never throws. Give the message's `stopReason`: an input that `max_tokens` cut may arrive as
   * an empty object, which a schema of optional fields would take for whole.
   */
  parseUse(unsafeBlock: unknown, facts?: StopFacts): ToolUse<Tools>
  /** Checks what a tool gave; a result is as untrusted as an input. Of a tool without `output` nothing is checked. */
  parseResult(name: string, unsafe: unknown): Output<unknown>
}

/**
 * Creates a toolset. Throws `GloveboxSchemaError` for a name given twice, for an input that Claude does not accept, and for
 * more strict tools, or more in them, than the API takes in a request.
 */
export function createToolset<const Tools extends readonly Tool[]>(tools: Tools): Toolset<Tools> {
  const byName = new Map<string, Tool>(tools.map((tool) => [tool.name, tool]))
  const definitions = define(tools)

  function parseUse(unsafeBlock: unknown, facts: StopFacts = {}): ToolUse<Tools> {
    const { id, name, input, unsafeJson, complete } = readBlock(unsafeBlock)
    const tool = byName.get(name)
    if (tool === undefined) return { name: null, id, output: unknownTool }
    const stopped = stoppedBy(facts)
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

function define(tools: readonly Tool[]): readonly ToolDefinition[] {
  const result = toClaudeRequest({ tools })
  if (result.ok) return result.request.tools ?? []
  const [issue] = result.issues
  throw new GloveboxSchemaError(
    issue?.rule === 'duplicate-tool' ? issue.rule : 'invalid-tool',
    `Cannot create toolset: ${issue?.message ?? 'toClaudeRequest says why'}`,
  )
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
