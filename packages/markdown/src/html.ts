/// <reference types="mdast-util-to-hast" />
// Its types give hast the raw nodes.
import type { ElementContent, RootContent } from 'hast'
import { blockTags, phrasingTags } from './safeElements.js'

const flowTags: ReadonlySet<string> = new Set(['details', 'summary'])
/** Parents that may hold `details`. */
const flowParents: ReadonlySet<string> = new Set(['root', 'blockquote', 'li', 'section', 'details'])
/** Open tags followed inside one parent; a deeper one is text. */
export const maxOpenTags = 16

/** Called with each piece of HTML that is shown as text or dropped, and its place among the children. */
type OnHtml = (reason: 'comment' | 'tag' | 'element', unsafe: string, index: number) => void

/** What `drawHtml` needs to know of the place and the policy. */
export interface HtmlPlace {
  readonly parent: string
  readonly html: 'subset' | 'text'
  readonly onHtml: OnHtml
}

type Node = RootContent | ElementContent

interface OpenTag {
  readonly name: string
  readonly written: string
  readonly children: Node[]
}

/**
 * Replaces the raw HTML among one parent's children: balanced tags of the subset become elements,
 * comments go, all else is the text it is.
 */
export function drawHtml(
  nodes: readonly Node[],
  { parent, html, onHtml }: HtmlPlace,
): readonly Node[] {
  if (!nodes.some(({ type }) => type === 'raw')) return nodes
  const root: Node[] = []
  const open: OpenTag[] = []

  function readToken(token: string, index: number): void {
    const { name, isClosing, isOpening } = readTag(token)
    if (html === 'subset') {
      if (token.startsWith('<!--')) {
        onHtml('comment', token, index)
        return
      }
      if (isClosing && open.some((tag) => tag.name === name)) {
        while (open.at(-1)?.name !== name) fallBack()
        close(token)
        return
      }
      if (!isClosing && name === 'br') {
        append({ type: 'element', tagName: 'br', properties: {}, children: [] })
        return
      }
      const openNames = open.map((tag) => tag.name)
      if (isOpening && canOpenTag(name, openNames, parent)) {
        open.push({ name, written: token, children: [] })
        return
      }
    }
    if (isNotable(token)) onHtml('tag', token, index)
    append({ type: 'text', value: token })
  }

  function close(written: string): void {
    const { name = '', children = [] } = open.at(-1) ?? {}
    // A browser would move a block out of an inline element.
    if (name !== 'details' && children.some(isBlock)) {
      fallBack()
      append({ type: 'text', value: written })
    } else {
      open.pop()
      const inside = children.filter(isElementContent)
      append({ type: 'element', tagName: name, properties: {}, children: inside })
    }
  }

  /** Shows the last open tag as text, before what followed it: it is never closed. */
  function fallBack(): void {
    const { written = '', children = [] } = open.pop() ?? {}
    append({ type: 'text', value: written })
    for (const child of children) append(child)
  }

  function append(node: Node): void {
    const target = open.at(-1)?.children ?? root
    const last = target.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      target[target.length - 1] = { type: 'text', value: last.value + node.value }
    } else target.push(node)
  }

  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'raw') append(node)
    else for (const token of tokenize(node.value)) readToken(token, index)
  }
  while (open.length > 0) fallBack()
  return parent === 'root' || parent === 'blockquote' ? wrapInParagraphs(root) : root
}

const commentOrTag = /(<!--[^]*?(?:-->|$)|<\/?[a-z][a-z0-9]{0,9}[ \t]*\/?>)/i

/** Cuts raw HTML into comments, tags of one plain name, and the text between. */
export function tokenize(unsafeHtml: string): string[] {
  return unsafeHtml.split(commentOrTag).filter((token) => token !== '')
}

/** A tag as it was written. One that ends with a slash neither opens nor closes. */
export interface Tag {
  /** In small letters; empty for what is no tag of one plain name. */
  readonly name: string
  readonly isOpening: boolean
  readonly isClosing: boolean
}

/** Reads one of the tokens. */
export function readTag(token: string): Tag {
  const [, slash, name = '', lastSlash] = plainTag.exec(token) ?? []
  const isOpening = slash === '' && lastSlash === ''
  return { name: name.toLowerCase(), isOpening, isClosing: slash === '/' }
}

const plainTag = /^<(\/?)([a-z][a-z0-9]{0,9})[ \t]*(\/?)>$/i

/** Whether a tag is followed to its closing here: `details` only in flow, `summary` right inside it. */
export function canOpenTag(name: string, open: readonly string[], parent: string): boolean {
  if (open.length === maxOpenTags) return false
  if (!flowTags.has(name)) return phrasingTags.has(name)
  if (!flowParents.has(parent)) return false
  if (name === 'summary') return open.at(-1) === 'details'
  return open.every((tag) => tag === 'details')
}

/** Gives text that stood as a block of HTML a paragraph of its own. */
function wrapInParagraphs(nodes: readonly Node[]): Node[] {
  const wrapped: Node[] = []
  let paragraph: ElementContent[] | undefined
  for (const node of nodes) {
    if (!isElementContent(node) || isBlock(node)) {
      paragraph = undefined
      wrapped.push(node)
    } else if (paragraph !== undefined) paragraph.push(node)
    else if (node.type === 'text' && node.value.trim() === '') wrapped.push(node)
    else {
      paragraph = [node]
      wrapped.push({ type: 'element', tagName: 'p', properties: {}, children: paragraph })
    }
  }
  return wrapped
}

function isElementContent(node: Node): node is ElementContent {
  return node.type === 'element' || node.type === 'text'
}

function isBlock(node: Node): boolean {
  return node.type === 'element' && blockTags.has(node.tagName)
}

/**
 * Tells HTML from prose: `Array<string>` and `<thinking>` are words, a known element, an attribute
 * or a declaration is an attempt.
 */
function isNotable(unsafe: string): boolean {
  return /<(?:[!?]|\/?(?:a|abbr|applet|area|audio|b|base|body|br|button|code|del|details|dialog|div|em|embed|font|form|frame|frameset|h[1-6]|head|html|i|iframe|img|input|ins|kbd|link|marquee|math|meta|noscript|object|ol|p|picture|plaintext|portal|pre|s|script|select|small|source|span|strong|style|sub|summary|sup|svg|table|td|template|textarea|th|title|tr|track|u|ul|video|xmp)\b|[a-z][^\s>]*\s+[^\s=>]+\s*=)/i.test(
    unsafe,
  )
}
