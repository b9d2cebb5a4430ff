import { parseOutput } from '@glovebox/schema'
import type { ToolUseBlock } from '@glovebox/schema/protocol'
import type { ComponentType, ReactNode } from 'react'
import type { ZodType } from 'zod'

/** How the calls of one tool are shown. Made by `toolView`. */
export interface ToolView {
  readonly name: string
  readonly draw: (block: ToolUseBlock) => DrawnTool
}

/** A card of validated data, or why there is none. */
export type DrawnTool =
  | { readonly status: 'valid'; readonly card: ReactNode }
  | { readonly status: 'invalid' | 'truncated' }

/**
 * Shows the calls of a tool by a component, which is only ever given data that the tool's own
 * schema accepts. The strings in it are still Claude's words.
 */
export function toolView<Value>(
  tool: { readonly name: string; readonly input: ZodType<Value> },
  Render: ComponentType<{ readonly value: Value }>,
): ToolView {
  return {
    name: tool.name,
    draw: (block) => {
      // An input that was cut off may parse, and even be valid, without being what was meant.
      if (block.complete === false) return { status: 'truncated' }
      const output = parseOutput(tool.input, block.unsafeJson || block.input)
      if (output.status === 'valid') {
        return { status: 'valid', card: <Render value={output.value} /> }
      }
      return { status: output.status === 'invalid' ? 'invalid' : 'truncated' }
    },
  }
}
