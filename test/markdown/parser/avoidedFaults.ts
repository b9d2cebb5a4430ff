import type { ListItem, Nodes, Root } from 'mdast'
import { remarkTree, sourceTree } from './compare.js'
import { nothing, parting, slash } from './marks.js'
import type { AvoidedFault } from './remarkFaults.js'
import {
  childrenOf,
  firstLine,
  lastLine,
  type Leaf,
  leavesOf,
  nodesOf,
  offsetOf,
  sourceOf,
} from './sourceTree.js'

/** Found by `pnpm fuzz`. */
export const avoidedFaults: readonly AvoidedFault[] = [
  {
    name: 'U+0000 beside a run of asterisks',
    reason: '2.3: it is replaced by U+FFFD; remark then shows one asterisk twice',
    markdown: '**\0*',
    rewrite: (markdown) =>
      markdown.includes('\0') ? markdown.replaceAll('\0', '\ufffd') : undefined,
  },
  {
    name: 'a third bracket at the end of CDATA',
    reason: '4.6: HTML of kind 5 ends with the line that contains `]]>`, whatever stands before it',
    markdown: '<![CDATA[]]]>\n\na',
    rewrite: (markdown) => {
      const marked = markdown.replace(/\](?=\]\]>)/g, `]${nothing}`)
      return marked === markdown ? undefined : marked
    },
  },
  {
    name: 'a slash or an equals sign in a value without quotes',
    reason: '6.6: such a value holds all but blanks, quotes, `=`, `<`, `>` and backticks',
    markdown: '<a b=c/d>',
    rewrite: (markdown, remark) =>
      markFirst(markdown, remark, {
        place: /<[a-z](?:"[^"<]*"|'[^'<]*'|[^<>])*>/gi,
        mark: markTag,
        shows: ['html', 'paragraph'],
      }),
  },
  {
    name: 'an item behind indented code, or in a container that ends a paragraph',
    reason: '5.2: an empty item, and a number but 1, cannot interrupt a paragraph, but all else',
    markdown: '    a\n10. b',
    rewrite: (markdown, remark) => {
      const words = leavesOf(remark).find((leaf) => isUnreadItem(markdown, leaf))
      return words === undefined ? undefined : partAbove(markdown, words)
    },
  },
  {
    name: 'a label before an open bracket',
    reason: '6.3: a shortcut reference is not followed by `[]` or a label, but by all else',
    markdown: '[a][b\n\n[a]: /u',
    rewrite: (markdown, remark) =>
      markFirst(markdown, remark, {
        place: /\](?=\[(?!(?:\\.|[^[\]\\\r\n])*\]))/g,
        mark: () => `]${nothing}`,
        shows: ['linkReference', 'imageReference'],
      }),
  },
  {
    name: 'a title in parentheses that holds one',
    reason: '6.3: such a title holds parentheses only behind backslashes',
    markdown: '[x](a (b(c))',
    rewrite: (markdown, remark) =>
      markFirst(markdown, remark, {
        place: /[ \t\r\n](?=\((?:\\[^]|[^()\\])*\()/g,
        mark: (blank) => blank + nothing,
        shows: ['link', 'image', 'definition'],
      }),
  },
  {
    name: 'a tag on a lazy line',
    reason: '4.6: HTML of kind 7 cannot interrupt a paragraph, and 5.1: so the line continues it',
    markdown: '> a\n<b>',
    rewrite: (markdown, remark) => {
      const tag = leavesOf(remark).find(isLazyTag)
      return tag === undefined ? undefined : keepLazy(markdown, tag)
    },
  },
  {
    name: 'a task behind an empty item',
    reason: 'GFM 5.3: a task is the first paragraph of an item; remark takes its box anywhere else',
    markdown: '*\n[ ] a',
    isOfGfm: true,
    repair: (remark, markdown) => {
      const checked = nodesOf(remark).filter(
        (block) => 'checked' in block && block.checked !== null && !isTask(block),
      )
      for (const block of checked) {
        if (block.type === 'listItem') block.checked = null
        else Reflect.deleteProperty(block, 'checked')
        for (const child of childrenOf(block)) putBack(child, markdown)
      }
      return checked.length > 0
    },
  },
  {
    name: 'a tab in the box of a task',
    reason: 'GFM 5.3: a whitespace character, whatever its width',
    markdown: ' - [\t] a',
    isOfGfm: true,
    repair: (remark, markdown) => {
      const items = nodesOf(remark).filter(
        (item): item is ListItem =>
          item.type === 'listItem' &&
          item.checked === null &&
          /^\[\t\][ \t\r\n]/.test(sourceOf(markdown, firstOf(item) ?? item)),
      )
      for (const item of items) tick(item)
      return items.length > 0
    },
  },
  {
    name: 'blank lines that part nothing in a quote or a footnote',
    reason: '5.3: a list is loose if a blank line parts its items, or two blocks of one of them',
    markdown: '> - a\n>\n>',
    repair: (remark) => {
      const before = JSON.stringify(remark)
      loosen(remark, false)
      return JSON.stringify(remark) !== before
    },
  },
]

/** HTML right below a paragraph in a container that it is not in, of a kind that cannot be there. */
function isLazyTag({ node, before, around }: Leaf): boolean {
  if (node.type !== 'html' || before === undefined) return false
  if (before.node.type !== 'paragraph' && before.node.type !== 'definition') return false
  const isBelow = firstLine(node) === lastLine(before.node) + 1
  const isAlone = around.slice(1).every((block) => firstLine(block) < firstLine(node))
  const [line = '', next = ''] = node.value.split(/\r\n|[\r\n]/)
  const isHead = before.around.at(-1) === around.at(-1) && /^[- \t]*[|:][|:\- \t]*$/.test(next)
  if (!isBelow || !isAlone || isHead) return false
  return remarkTree('a\n' + line.trim()).children.length === 1
}

/** Puts a mark before the tag; the address of a definition, which must be alone, on the line above. */
function keepLazy(markdown: string, { node, before }: Leaf): string {
  const start = markdown.indexOf('<', offsetOf(node))
  const label = before === undefined ? '' : sourceOf(markdown, before.node)
  const above = markdown.slice(0, start)
  const parent = before?.around.at(-1)
  const isLabel =
    !(parent?.type === 'listItem' && isBoxed(parent)) &&
    /^\[(?:\\.|[^[\]\\])*\]:[ \t]*$/.test(label) &&
    /\[[^]*[^\s\\\]][^]*\]/.test(label)
  if (!isLabel) return above + nothing + markdown.slice(start)
  return above.replace(/(?:\r\n|[\r\n])[^\r\n]*$/, ' ') + markdown.slice(start)
}

/** A leaf that begins with the marker of an item, where there is no paragraph to interrupt. */
function isUnreadItem(markdown: string, { node, before, around }: Leaf): boolean {
  if (!['paragraph', 'heading', 'table'].includes(node.type) || before === undefined) return false
  const parent = around.at(-1)
  // There the paragraph begins behind the box.
  if (parent?.type === 'listItem' && isBoxed(parent) && firstOf(parent) === node) return false
  if (!/^(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$)/.test(sourceOf(markdown, node))) return false
  if (before.node.type === 'code') return true
  // In one container a definition, or a paragraph before a table, goes on on the line.
  return firstLine(node) === lastLine(before.node) + 1 && before.around.at(-1) !== parent
}

/** Puts a line above, that is in the same containers as far as they have not begun on the line. */
function partAbove(markdown: string, { node, around }: Leaf): string {
  const outermost = around.slice(1).find((block) => firstLine(block) === firstLine(node)) ?? node
  const place = offsetOf(outermost)
  const start =
    Math.max(markdown.lastIndexOf('\n', place - 1), markdown.lastIndexOf('\r', place - 1)) + 1
  return markdown.slice(0, place) + parting + '\n' + markdown.slice(start)
}

interface Marking {
  readonly place: RegExp
  readonly mark: (source: string) => string
  /** Nodes of these types come or go with the mark, where it is in the right place. */
  readonly shows: readonly Nodes['type'][]
}

/** Marks the first place at which that changes what is read. */
function markFirst(
  markdown: string,
  remark: Root,
  { place, mark, shows }: Marking,
): string | undefined {
  const shown = sizeOf(remark, shows)
  for (const { 0: source, index } of markdown.matchAll(place)) {
    const marked = markdown.slice(0, index) + mark(source) + markdown.slice(index + source.length)
    if (marked !== markdown && sizeOf(sourceTree(marked), shows) !== shown) return marked
  }
  return undefined
}

/** How many nodes of some types there are, and characters in them. */
function sizeOf(tree: Root, types: readonly Nodes['type'][]): number {
  const nodes = nodesOf(tree).filter(({ type }) => types.includes(type))
  return nodes.reduce((size, node) => {
    const words = 'value' in node ? node.value : 'url' in node ? node.url : ''
    return size + 1 + words.length
  }, 0)
}

const blanks = '[ \\t\\r\\n]'
const value = `[^ \\t\\r\\n"'=<>\`]+`
const attribute = `${blanks}+[a-z_:][\\w.:-]*(?:${blanks}*=${blanks}*(?:${value}|'[^']*'|"[^"]*"))?`
const hasSecondEquals = new RegExp(`=${blanks}*${value}${blanks}*=${blanks}*(?:${value}|["'])`)
const openTag = new RegExp(`^<[a-z][\\da-z-]*(?:${attribute})*${blanks}*/?>$`, 'i')

/** Hides the slashes in values without quotes; of what is no tag hides that it looks like one. */
function markTag(tag: string): string {
  if (hasSecondEquals.test(tag)) return '<' + nothing + tag.slice(1)
  if (!openTag.test(tag)) return tag
  return tag.replace(
    new RegExp(`(=${blanks}*)(${value})`, 'g'),
    (_, before: string, words: string) => {
      return before + words.replaceAll('/', slash)
    },
  )
}

/** Whether the first block of an item is a paragraph, so that it can be a task. */
function isTask(block: Nodes): boolean {
  if (block.type !== 'listItem') return false
  return firstOf(block)?.type === 'paragraph'
}

function isBoxed({ checked }: ListItem): boolean {
  return typeof checked === 'boolean'
}

function firstOf({ children }: ListItem): ListItem['children'][number] | undefined {
  return children.find(({ type }) => type !== 'definition')
}

/** Puts the box of a task back before the words; remark begins the paragraph of an item behind it. */
function putBack(paragraph: Nodes, markdown: string): void {
  if (paragraph.type !== 'paragraph') return
  const start = offsetOf(paragraph)
  const box =
    /^\[[ \t\r\nxX]\](?=[ \t\r\n])/.exec(markdown.slice(start))?.[0] ??
    /\[[ \t\r\nxX]\][ \t\r\n]$/.exec(markdown.slice(0, start))?.[0]
  const [first] = paragraph.children
  if (box === undefined) return
  if (first?.type === 'text' && !first.value.startsWith('[')) first.value = box + first.value
  else if (first?.type !== 'text') paragraph.children.unshift({ type: 'text', value: box })
}

/** Makes a task of an item whose box holds a tab. */
function tick(item: ListItem): void {
  const paragraph = firstOf(item)
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (first?.type !== 'text') return
  item.checked = false
  first.value = first.value.slice('[\t] '.length)
  if (first.value === '' && paragraph?.type === 'paragraph') paragraph.children.shift()
}

/** Says anew which lists and items are loose, where blank lines of quotes and footnotes confuse remark. */
function loosen(node: Nodes, isInside: boolean): void {
  const isHere = isInside || node.type === 'blockquote' || node.type === 'footnoteDefinition'
  for (const child of childrenOf(node)) loosen(child, isHere)
  if (node.type !== 'list' || !isInside) return
  node.spread = isParted(node)
  for (const item of node.children) item.spread = isParted(item)
}

function isParted(node: Nodes): boolean {
  return childrenOf(node).some((child, n, { [n + 1]: next }) => {
    return next !== undefined && firstLine(next) - lastLine(child) > 1
  })
}
