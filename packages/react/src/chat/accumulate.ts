import type {
  Citation,
  ContentBlock,
  MessageEvent,
  TextBlock,
  ThinkingBlock,
  ToolUseBlock,
} from '@glovebox/schema/protocol'

/** A message's content as it grows. */
export interface Accumulator {
  /** Takes in an event; those that are not about content, or about no open block, change nothing. */
  readonly add: (event: MessageEvent) => void
  /** Gives the blocks so far: a new array only after a change, and the same object for each unchanged block. */
  readonly read: () => readonly ContentBlock[]
  /** Counts the characters that deltas have brought. */
  readonly length: () => number
}

/** Puts a message's content together from its events. Nothing that Claude or the net wrote makes it throw. */
export function createAccumulator(): Accumulator {
  /** By the API's index, in the order of arrival. */
  const blocks = new Map<number, ContentBlock>()
  const open = new Set<number>()
  let length = 0
  /** What `read` gave last; undefined after a change. */
  let snapshot: readonly ContentBlock[] | undefined = []

  function add(event: MessageEvent): void {
    switch (event.type) {
      case 'content_block_start':
        // A second start would replace what the reader has seen.
        if (blocks.has(event.index)) return
        open.add(event.index)
        return set(event.index, startBlock(event.content_block))
      case 'content_block_delta': {
        const block = open.has(event.index) ? blocks.get(event.index) : undefined
        if (block === undefined) return
        const next = growBlock(block, event.delta)
        length += next.added
        if (next.block !== block) set(event.index, next.block)
        return
      }
      case 'content_block_stop': {
        const block = blocks.get(event.index)
        if (!open.delete(event.index) || block === undefined) return
        if (isToolUse(block)) set(event.index, closeToolUse(block))
        return
      }
      default:
        return
    }
  }

  function set(index: number, block: ContentBlock): void {
    blocks.set(index, block)
    snapshot = undefined
  }

  return {
    add,
    read: () => (snapshot ??= [...blocks.values()]),
    length: () => length,
  }
}

type UnsafePart = Readonly<Record<string, unknown>> & { readonly type: string }

/** Builds a block of a known kind from its known fields; blocks of other kinds stay as they arrived. */
function startBlock(unsafe: UnsafePart): ContentBlock {
  switch (unsafe.type) {
    case 'text': {
      const citations = Array.isArray(unsafe['citations'])
        ? unsafe['citations'].filter(isCitation)
        : []
      const block: TextBlock = { type: 'text', text: toText(unsafe['text']) }
      return citations.length === 0 ? block : { ...block, citations }
    }
    case 'thinking': {
      const block: ThinkingBlock = { type: 'thinking', thinking: toText(unsafe['thinking']) }
      const signature = toText(unsafe['signature'])
      return signature === '' ? block : { ...block, signature }
    }
    case 'redacted_thinking':
      return { type: 'redacted_thinking', data: toText(unsafe['data']) }
    case 'tool_use':
    case 'server_tool_use':
      return {
        type: unsafe.type,
        id: toText(unsafe['id']),
        name: toText(unsafe['name']),
        input: unsafe['input'] ?? {},
        unsafeJson: '',
        complete: false,
      }
    default:
      return unsafe
  }
}

/** Gives the block with a delta added, or the same block where the delta does not fit it. */
function growBlock(
  block: ContentBlock,
  delta: UnsafePart,
): { readonly block: ContentBlock; readonly added: number } {
  if (delta.type === 'text_delta' && isText(block)) {
    const added = toText(delta['text'])
    if (added !== '') return { block: { ...block, text: block.text + added }, added: added.length }
  }
  if (delta.type === 'citations_delta' && isText(block) && isCitation(delta['citation'])) {
    const citations = [...(block.citations ?? []), delta['citation']]
    return { block: { ...block, citations }, added: weigh(delta['citation']) }
  }
  if (delta.type === 'thinking_delta' && isThinking(block)) {
    const added = toText(delta['thinking'])
    const thinking = block.thinking + added
    if (added !== '') return { block: { ...block, thinking }, added: added.length }
  }
  if (delta.type === 'signature_delta' && isThinking(block)) {
    const added = toText(delta['signature'])
    const signature = (block.signature ?? '') + added
    if (added !== '') return { block: { ...block, signature }, added: added.length }
  }
  if (delta.type === 'input_json_delta' && isToolUse(block)) {
    const added = toText(delta['partial_json'])
    const unsafeJson = (block.unsafeJson ?? '') + added
    if (added !== '') return { block: { ...block, unsafeJson }, added: added.length }
  }
  return { block, added: 0 }
}

/** An input that is no JSON stays an empty object; its text is there for whoever validates it. */
function closeToolUse(block: ToolUseBlock): ToolUseBlock {
  try {
    const input: unknown = block.unsafeJson ? JSON.parse(block.unsafeJson) : block.input
    return { ...block, input, complete: true }
  } catch {
    return { ...block, complete: true }
  }
}

/** A citation is copied with each one that follows it: it counts for more than its text. */
function weigh({ cited_text }: Citation): number {
  return toText(cited_text).length + 1000
}

function isText(block: ContentBlock): block is TextBlock {
  return block.type === 'text'
}

function isThinking(block: ContentBlock): block is ThinkingBlock {
  return block.type === 'thinking'
}

function isToolUse(block: ContentBlock): block is ToolUseBlock {
  return block.type === 'tool_use' || block.type === 'server_tool_use'
}

function isCitation(unsafe: unknown): unsafe is Citation {
  return (
    typeof unsafe === 'object' &&
    unsafe !== null &&
    'type' in unsafe &&
    typeof unsafe.type === 'string'
  )
}

function toText(unsafe: unknown): string {
  return typeof unsafe === 'string' ? unsafe : ''
}
