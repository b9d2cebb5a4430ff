import { toClaudeSchema, type Tool } from '@glovebox/schema'
import { GloveboxProxyError } from './GloveboxProxyError.js'

/** A tool as the Messages API takes it. */
export interface ToolDefinition {
  readonly name: string
  readonly description: string
  readonly input_schema: unknown
}

/** Turns tools into their definitions. Throws where Claude would not accept an input schema, naming path and rule. */
export function toolDefinitions(tools: readonly Tool[]): readonly ToolDefinition[] {
  const names = tools.map((tool) => tool.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    const message = `Cannot create proxy: two tools are named \`${twice}\`, expected one of each name`
    throw new GloveboxProxyError('invalid-config', message)
  }
  return tools.map(({ name, description, input }) => {
    const result = toClaudeSchema(input)
    if (!result.ok) {
      const issue = result.issues[0]
      throw new GloveboxProxyError(
        'invalid-config',
        `Cannot create proxy: the input of tool \`${name}\` is not accepted by Claude, ${issue?.message ?? 'see toClaudeSchema'}`,
      )
    }
    return { name, description, input_schema: result.schema }
  })
}
