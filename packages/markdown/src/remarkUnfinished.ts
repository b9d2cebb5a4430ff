import type { Nodes, Parents, Root } from 'mdast'
import type { VFile } from 'vfile'

/** What `remarkUnfinished` knows of the text. */
export interface UnfinishedOptions {
  /** Characters of the text so far; without it the file's own length. */
  readonly textLength?: number
}

interface GrowingText {
  readonly text: string
  /** From here on there is no blank, or `<` has opened the address of a link: it may still grow. */
  readonly tail: number
}

/**
 * A remark plugin for a text that still grows: a link, image or definition whose address the next
 * characters could change is its words, or nothing.
 */
export function remarkUnfinished(
  options: UnfinishedOptions = {},
): (tree: Root, file: Pick<VFile, 'value'>) => void {
  return (tree, file) => {
    const whole = typeof file.value === 'string' ? file.value : ''
    const text = whole.slice(0, options.textLength ?? whole.length)
    const tail = text.length - (growingEnd.exec(text.slice(-4_096))?.[0].length ?? 0)
    hold(tree, text.length, { text, tail })
  }
}

/** A `<` ends an address only where no link is open, which the tree does not tell. */
const growingEnd = /(?:\]\(\s*<[^<>\r\n]*|(?<![^ \t\r\n])[^ \t\r\n]*)$/

/** Walks the tree with an own stack of calls: its depth is the parser's, which limits bound. */
function hold(parent: Parents, parentEnd: number, growing: GrowingText): void {
  const children: Nodes[] = []
  for (const child of parent.children as readonly Nodes[]) {
    // gfm finds some addresses late and gives them no place; their parent's place stands in.
    const end = child.position?.end.offset ?? parentEnd
    if ('children' in child) hold(child, end, growing)
    if (!isGrowing(child, end, growing)) children.push(child)
    else if (child.type === 'image' || child.type === 'imageReference') {
      children.push({ type: 'text', value: child.alt ?? '' })
    } else if (child.type === 'link' || child.type === 'linkReference') {
      children.push(...child.children)
    }
  }
  parent.children = children as typeof parent.children
}

function isGrowing(node: Nodes, end: number, { text, tail }: GrowingText): boolean {
  switch (node.type) {
    case 'definition':
      // A line ending settles the address; a title on the next line does not change it.
      return end >= text.length
    case 'linkReference':
    case 'imageReference':
      // `[a](` and `[a][` may become another address.
      return end >= text.length || /[([]/.test(text.charAt(end))
    case 'image':
      return end >= text.length
    case 'link': {
      if (end >= text.length) return true
      const start = node.position?.start.offset
      const isClosed = start !== undefined && /[<[]/.test(text.charAt(start))
      return !isClosed && end >= tail
    }
    default:
      return false
  }
}
