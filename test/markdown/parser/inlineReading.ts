import type { PhrasingContent } from 'mdast'
import {
  type InlineContext,
  type InlineSeal,
  parseInline,
} from '../../../packages/markdown/src/parser/inline/parseInline.js'
import { remarkTree } from './compare.js'

const definitions = '\n\n[a]: /a "t"\n[b c]: /b\n[^]: /caret\n\n[^a]: note\n\n[^b]: note\n'

/** Knows what `definitions` define; counts what is read. */
export function contextOf(own: Partial<InlineContext> = {}): InlineContext {
  return {
    isDefined: (identifier) => ['A', 'B C', '^'].includes(identifier),
    isFootnote: (identifier) => ['A', 'B'].includes(identifier),
    open: false,
    maxDepth: 100,
    work: { visited: 0 },
    ...own,
  }
}

/** A leaf's text has no blanks around it. */
export function leafOf(markdown: string): string {
  return trimEnd(markdown.replace(/^[ \t\r\n]+/, ''))
}

export function trimEnd(text: string): string {
  let end = text.length
  while (/[ \t\r\n]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** What remark reads of a text that is one paragraph, and the project of the same. */
export function readBoth(
  markdown: string,
): { readonly own: PhrasingContent[]; readonly remark: PhrasingContent[] } | undefined {
  const [paragraph, next] = remarkTree(markdown + definitions).children
  if (paragraph?.type !== 'paragraph' || next?.type !== 'definition') return undefined
  if (next.identifier !== 'a') return undefined
  return { own: read(markdown), remark: paragraph.children }
}

export function read(markdown: string, own: Partial<InlineContext> = {}): PhrasingContent[] {
  return parseInline(leafOf(markdown), contextOf(own)).nodes
}

/** What a growing text is after each step, read on from seal to seal. */
export function* grow(
  text: string,
  ends: Iterable<number>,
  own: Partial<InlineContext> = {},
): Generator<{
  readonly text: string
  readonly nodes: readonly PhrasingContent[]
  readonly sealed: readonly PhrasingContent[]
}> {
  let sealed: readonly PhrasingContent[] = []
  let seal: InlineSeal | undefined
  for (const end of ends) {
    const begun = trimEnd(text.slice(0, end))
    if (begun.length <= (seal?.offset ?? 0)) continue
    const result = parseInline(begun, contextOf(own), seal)
    const nodes = [...sealed, ...result.nodes]
    sealed = [...sealed, ...result.nodes.slice(0, result.sealed.nodes)]
    seal = result.sealed
    yield { text: begun, nodes, sealed }
  }
}

/** Pieces of syntax that meet each other in generated texts. */
export const pieces: readonly string[] = [
  [
    'a',
    'b',
    'word',
    ' and ',
    '汉字',
    '漢',
    '，',
    ' ',
    '  ',
    '\t',
    '\n',
    '  \n',
    '\r\n',
    '\\\n',
    'é',
    '。',
    '\u00a0',
  ],
  ['*', '**', '***', '_', '__', '~', '~~', '`', '``', '\\', '!', '^', '#', '|', '=', ';', '?'],
  ['[', ']', '![', '](', '[a]', '[^a]', '[]', '[b c]', '(', ')', '"', "'", '/', ':', '.', '-'],
  ['<', '>', '<!--', '-->', '<?', '?>', '<a href="x">', '</a>', '<b', '&', '&amp;', '&#42;'],
  ['www.', 'www.a.b', 'http://a.b', 'https://', '@', 'a@b.c', 'mailto:', 'xmpp:', '+', '1', 'x'],
].flat()
