import type { DemoBlock, DemoMessage, DemoPart } from './script.js'
import { splitByLength, splitLikeTokens } from './split.js'

/** A block as it is streamed: what content_block_start carries, then its deltas in order. */
export interface Outline {
  readonly start: DemoPart
  readonly deltas: readonly OutlineDelta[]
}

/** A delta made of text, which costs tokens and can be cut, or one that is sent as it is. */
export type OutlineDelta =
  | { readonly type: TextDeltaType; readonly text: string }
  | { readonly type: 'whole'; readonly delta: DemoPart }

/** The deltas whose text is written token by token. */
export type TextDeltaType = 'text_delta' | 'thinking_delta' | 'input_json_delta'

/** Lays out one block in deltas. The same random source gives the same deltas. */
export function outlineBlock(
  block: Exclude<DemoBlock, { readonly type: 'event' }>,
  { pieceLength }: DemoMessage,
  random: () => number,
): Outline {
  const pieces = (type: TextDeltaType, text: string): readonly OutlineDelta[] =>
    (pieceLength === undefined
      ? splitLikeTokens(text, random)
      : splitByLength(text, pieceLength)
    ).map((piece) => ({ type, text: piece }))

  switch (block.type) {
    case 'text':
      return {
        start: { type: 'text', text: '' },
        deltas: block.parts.flatMap((part) =>
          typeof part === 'string' ? pieces('text_delta', part) : [citationDelta(part.citation)],
        ),
      }
    case 'thinking': {
      const signature = { type: 'signature_delta', signature: block.signature }
      return {
        start: { type: 'thinking', thinking: '', signature: '' },
        deltas: [
          ...(block.omitted === true ? [] : pieces('thinking_delta', block.thinking)),
          { type: 'whole', delta: signature },
        ],
      }
    }
    case 'whole':
      return {
        start: block.block,
        deltas: (block.deltas ?? []).map((delta) => ({ type: 'whole', delta })),
      }
    default: {
      const { type, name, serverName } = block
      const id = block.id ?? toolIdPrefixes[type] + makeId(random)
      const server = serverName === undefined ? {} : { server_name: serverName }
      return {
        start: { type, id, name, input: {}, ...server },
        // The API opens every input with an empty piece.
        deltas: [
          { type: 'input_json_delta', text: '' },
          ...pieces('input_json_delta', block.unsafeJson),
        ],
      }
    }
  }
}

const toolIdPrefixes = {
  tool_use: 'toolu_01',
  server_tool_use: 'srvtoolu_01',
  mcp_tool_use: 'mcptoolu_01',
}

/** Gives 22 letters and digits, as the ids of the wire end. */
export function makeId(random: () => number): string {
  return Array.from({ length: 22 }, () => Math.floor(random() * 36).toString(36)).join('')
}

function citationDelta(citation: DemoPart): OutlineDelta {
  return { type: 'whole', delta: { type: 'citations_delta', citation } }
}
