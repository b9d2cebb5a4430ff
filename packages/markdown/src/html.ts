/// <reference types="mdast-util-to-hast" />
// Its types give hast the raw nodes.
import type { Element, ElementContent, RootContent } from 'hast'

/** The tags that are drawn, without attributes. `br` is void; the others must be balanced. */
const phrasingTags: ReadonlySet<string> = new Set(
  'kbd sub sup mark ins del s u small abbr b i em strong code'.split(' '),
)
const flowTags: ReadonlySet<string> = new Set(['details', 'summary'])
/** Parents that may hold `details`. */
const flowParents: ReadonlySet<string> = new Set(['root', 'blockquote', 'li', 'section', 'details'])
const blockTags: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre table hr section details summary'.split(' '),
)
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
export function drawHtml(children: readonly Node[], place: HtmlPlace): Node[] {
  if (!children.some((child) => child.type === 'raw')) return [...children]
  const root: Node[] = []
  const open: OpenTag[] = []
  for (const [index, child] of children.entries()) {
    if (child.type !== 'raw') append(open.at(-1)?.children ?? root, child)
    else for (const token of tokenize(child.value)) readToken(token, { root, open, place, index })
  }
  while (open.length > 0) fallBack(open, root)
  return isFlowRoot(place.parent) ? wrapInParagraphs(root) : root
}

function isFlowRoot(parent: string): boolean {
  return parent === 'root' || parent === 'blockquote'
}

/** A comment, or a tag of one plain name: its slash, the name, and the slash at its end. */
export const commentOrTag = /<!--[^]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]{0,9})[ \t]*(\/?)>/gi

interface Token {
  readonly value: string
  /** Of a tag: `/` or nothing before its name, the name in small letters, and the same behind it. */
  readonly slash?: string | undefined
  readonly name?: string | undefined
  readonly lastSlash?: string | undefined
}

/** Cuts raw HTML into comments, tags of one plain name, and the text between. */
function tokenize(unsafe: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of unsafe.matchAll(commentOrTag)) {
    const [value, slash, name, lastSlash] = match
    if (match.index > end) tokens.push({ value: unsafe.slice(end, match.index) })
    tokens.push({ value, slash, name: name?.toLowerCase(), lastSlash })
    end = match.index + value.length
  }
  if (end < unsafe.length) tokens.push({ value: unsafe.slice(end) })
  return tokens
}

interface Reading {
  readonly root: Node[]
  readonly open: OpenTag[]
  readonly place: HtmlPlace
  readonly index: number
}

function readToken(token: Token, { root, open, place, index }: Reading): void {
  const target = open.at(-1)?.children ?? root
  const { value, slash, name, lastSlash } = token
  if (place.html === 'subset') {
    if (value.startsWith('<!--')) {
      place.onHtml('comment', value, index)
      return
    }
    if (slash === '/' && open.some((tag) => tag.name === name)) {
      while (open.at(-1)?.name !== name) fallBack(open, root)
      close(open, root, value)
      return
    }
    if (slash === '' && name === 'br') {
      append(target, { type: 'element', tagName: 'br', properties: {}, children: [] })
      return
    }
    const isOpening = slash === '' && lastSlash === '' && open.length < maxOpenTags
    const openNames = open.map((tag) => tag.name)
    if (isOpening && name !== undefined && canOpenTag(name, openNames, place.parent)) {
      open.push({ name, written: value, children: [] })
      return
    }
  }
  if (isNotable(value)) place.onHtml('tag', value, index)
  append(target, { type: 'text', value })
}

/** Whether a tag is followed to its closing here: `details` only in flow, `summary` right inside it. */
export function canOpenTag(name: string, open: readonly string[], parent: string): boolean {
  if (!flowTags.has(name)) return phrasingTags.has(name)
  if (!flowParents.has(parent)) return false
  if (name === 'summary') return open.at(-1) === 'details'
  return open.every((tag) => tag === 'details')
}

function close(open: OpenTag[], root: Node[], written: string): void {
  const tag = open.pop()
  if (tag === undefined) return
  const target = open.at(-1)?.children ?? root
  // A browser would move a block out of an inline element.
  if (tag.name !== 'details' && tag.children.some(isBlock)) {
    append(target, { type: 'text', value: tag.written })
    for (const child of tag.children) append(target, child)
    append(target, { type: 'text', value: written })
    return
  }
  const children = tag.children.filter(isElementContent)
  append(target, { type: 'element', tagName: tag.name, properties: {}, children })
}

/** Shows an open tag that is never closed as text, before what followed it. */
function fallBack(open: OpenTag[], root: Node[]): void {
  const tag = open.pop()
  if (tag === undefined) return
  const target = open.at(-1)?.children ?? root
  append(target, { type: 'text', value: tag.written })
  for (const child of tag.children) append(target, child)
}

function append(target: Node[], node: Node): void {
  const last = target.at(-1)
  if (node.type === 'text' && last?.type === 'text') {
    target[target.length - 1] = { type: 'text', value: last.value + node.value }
  } else target.push(node)
}

/** Gives text that stood as a block of HTML a paragraph of its own. */
function wrapInParagraphs(nodes: readonly Node[]): Node[] {
  const wrapped: Node[] = []
  let paragraph: Element | undefined
  for (const node of nodes) {
    const isPhrasing = isElementContent(node) && !isBlock(node)
    if (!isPhrasing || (node.type === 'text' && node.value.trim() === '')) {
      if (!isPhrasing) paragraph = undefined
      if (paragraph === undefined) wrapped.push(node)
      else paragraph.children.push(node as ElementContent)
      continue
    }
    if (paragraph === undefined) {
      paragraph = { type: 'element', tagName: 'p', properties: {}, children: [] }
      wrapped.push(paragraph)
    }
    paragraph.children.push(node)
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
