import type {
  Citation,
  ContentBlock,
  TextBlock,
  ThinkingBlock,
  ToolUseBlock,
} from '@glovebox/schema/protocol'

/** What is drawn as one: a run of text, or a block of another kind. */
export type BlockGroup =
  | { readonly kind: 'text'; readonly unsafe: string; readonly citations: readonly Citation[] }
  | { readonly kind: 'thinking'; readonly unsafe: string }
  | { readonly kind: 'redacted-thinking' | 'unknown' }
  | { readonly kind: 'tool'; readonly block: ToolUseBlock }
  | { readonly kind: 'results'; readonly unsafeContent: unknown }

/**
 * Groups a message's blocks. The API cuts a cited sentence into several text blocks; joined again
 * they are one piece of markdown. What does not have the shape its kind promises is unknown.
 */
export function groupBlocks(content: string | readonly ContentBlock[]): readonly BlockGroup[] {
  if (typeof content === 'string') return [{ kind: 'text', unsafe: content, citations: [] }]
  const groups: BlockGroup[] = []
  for (const block of content) {
    // What the app itself told Claude of its tools; it is no part of what is said.
    if (isObject(block) && block.type === 'tool_result') continue
    const group = groupOf(block)
    const last = groups.at(-1)
    if (group.kind === 'text' && last?.kind === 'text') {
      const citations = [...last.citations, ...group.citations]
      groups[groups.length - 1] = { kind: 'text', unsafe: last.unsafe + group.unsafe, citations }
    } else groups.push(group)
  }
  return groups
}

function groupOf(block: ContentBlock): BlockGroup {
  if (!isObject(block)) return { kind: 'unknown' }
  if (isText(block)) {
    const citations = Array.isArray(block.citations) ? block.citations : []
    return { kind: 'text', unsafe: block.text, citations }
  }
  if (isThinking(block)) return { kind: 'thinking', unsafe: block.thinking }
  if (block.type === 'redacted_thinking') return { kind: 'redacted-thinking' }
  if (isToolUse(block)) return { kind: 'tool', block }
  if (block.type === 'web_search_tool_result' || block.type === 'web_fetch_tool_result') {
    return { kind: 'results', unsafeContent: 'content' in block ? block.content : undefined }
  }
  return { kind: 'unknown' }
}

/** A stored history may hold anything, whatever its type says. */
function isObject(block: unknown): boolean {
  return typeof block === 'object' && block !== null
}

function isText(block: ContentBlock): block is TextBlock {
  return block.type === 'text' && 'text' in block && typeof block.text === 'string'
}

function isThinking(block: ContentBlock): block is ThinkingBlock {
  return block.type === 'thinking' && 'thinking' in block && typeof block.thinking === 'string'
}

function isToolUse(block: ContentBlock): block is ToolUseBlock {
  const isTool = block.type === 'tool_use' || block.type === 'server_tool_use'
  return isTool && 'name' in block && typeof block.name === 'string'
}
