import type { ContentBlock } from '@glovebox/schema/protocol'
import type { DemoBlock, DemoPart, DemoScript } from '@glovebox/proxy/demo'

/** Gives the text that the double's script of this name streams. Throws where there is none. */
export function textOf(scripts: readonly DemoScript[], name: string): string {
  return blocksOf(scripts, name)
    .flatMap((block) => (block.type === 'text' ? block.parts : []))
    .filter((part) => typeof part === 'string')
    .join('')
}

/** Gives the content that the script of this name ends up as, once it has been streamed. */
export function contentOf(scripts: readonly DemoScript[], name: string): readonly ContentBlock[] {
  return blocksOf(scripts, name).flatMap(toContent)
}

function blocksOf(scripts: readonly DemoScript[], name: string): readonly DemoBlock[] {
  const script = scripts.find((candidate) => candidate.name === name)
  if (script?.reply.type !== 'message') {
    throw new Error(`Cannot show script ${name}: it has no message, expected one of demoScripts`)
  }
  return script.reply.blocks
}

function toContent(block: DemoBlock, index: number): readonly ContentBlock[] {
  switch (block.type) {
    case 'text':
      return textBlocks(block.parts)
    case 'thinking':
      return [{ type: 'thinking', thinking: block.thinking, signature: block.signature }]
    case 'whole':
      return [block.block]
    case 'event':
      return []
    default: {
      const { type, name, unsafeJson, id = `toolu_${index}` } = block
      return [{ type, id, name, input: {}, unsafeJson, complete: true }]
    }
  }
}

/** A citation ends the passage before it. */
function textBlocks(
  parts: readonly (string | { readonly citation: DemoPart })[],
): readonly ContentBlock[] {
  const blocks: ContentBlock[] = []
  let pendingText = ''
  for (const part of parts) {
    if (typeof part === 'string') {
      pendingText += part
      continue
    }
    blocks.push({ type: 'text', text: pendingText, citations: [part.citation] })
    pendingText = ''
  }
  return pendingText === '' ? blocks : [...blocks, { type: 'text', text: pendingText }]
}
