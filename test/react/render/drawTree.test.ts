import type { Element, ElementContent } from 'hast'
import { isValidElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { createTreeDrawing } from '../../../packages/react/src/drawTree.js'
import { textLabels } from '../../../packages/react/src/textLabels.js'

const createDrawing = () => createTreeDrawing({ components: {}, labels: textLabels })

function element(tagName: string, ...children: readonly ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children: [...children] }
}

function item(value: string): Element {
  return element('li', { type: 'text', value })
}

/** What React has to do: elements to render, and children to compare with those of before. */
function workOf(before: ReactNode, after: ReactNode): { rendered: number; compared: number } {
  if (before === after || !isValidElement<{ children?: ReactNode }>(after)) {
    return { rendered: 0, compared: 1 }
  }
  const isValid = isValidElement<{ children?: ReactNode }>(before)
  const old = childrenOf(isValid ? before.props.children : undefined)
  const work = { rendered: 1, compared: 1 }
  for (const [index, child] of childrenOf(after.props.children).entries()) {
    const inside = workOf(old[index], child)
    work.rendered += inside.rendered
    work.compared += inside.compared
  }
  return work
}

function childrenOf(children: ReactNode): readonly ReactNode[] {
  return Array.isArray(children) ? children : [children]
}

describe('a list whose last item grows', () => {
  const lengths = [
    { length: 10, rendered: 3 },
    { length: 1_000, rendered: 5 },
    { length: 10_000, rendered: 6 },
    { length: 40_000, rendered: 7 },
  ]
  it.each(lengths)('renders $rendered elements of $length', ({ length, rendered }) => {
    const draw = createDrawing()
    const items = Array.from({ length }, (_, index) => item(`item ${index}`))
    const before = draw(element('ul', ...items))
    const grown = element('ul', ...items.slice(0, -1), item('item grown'))
    const work = workOf(before, draw(grown))
    expect({ rendered: work.rendered, few: work.compared < 80 }).toEqual({ rendered, few: true })
  })

  it('renders the same where line endings between items are new objects', () => {
    const draw = createDrawing()
    const items = Array.from({ length: 5_000 }, (_, index) => item(`item ${index}`))
    const list = (last: Element) =>
      element(
        'ul',
        ...[...items, last].flatMap((one) => [{ type: 'text' as const, value: '\n' }, one]),
      )
    const before = draw(list(item('a')))
    expect(workOf(before, draw(list(item('ab')))).rendered).toBe(6)
  })
})

describe('a long list', () => {
  it('draws an item that changed in its middle, and nothing else', () => {
    const draw = createDrawing()
    const items = Array.from({ length: 5_000 }, (_, index) => item(`item ${index}`))
    const before = draw(element('ul', ...items))
    const after = draw(element('ul', ...items.with(2_500, item('changed'))))
    expect(workOf(before, after).rendered).toBe(5)
  })

  it('draws each of its items once and in order', () => {
    const items = Array.from({ length: 40_000 }, (_, index) => item(`${index}`))
    const texts: string[] = []
    const gather = (node: ReactNode): void => {
      if (typeof node === 'string') texts.push(node)
      else if (Array.isArray(node)) node.forEach(gather)
      else if (isValidElement<{ children?: ReactNode }>(node)) gather(node.props.children)
    }
    gather(createDrawing()(element('ul', ...items)))
    expect(texts).toEqual(items.map((_, index) => `${index}`))
  })
})

describe('a tree', () => {
  it('loses an element and attributes that no safe tree has, and keeps the words', () => {
    const properties = { onClick: 'alert(1)', style: 'color:red', href: '#a' }
    const node = element('p', element('script', { type: 'text', value: 'words' }), {
      ...element('a'),
      properties,
    })
    const drawn: { type: unknown; props: unknown }[] = []
    const gather = (part: ReactNode): void => {
      if (Array.isArray(part)) part.forEach(gather)
      if (!isValidElement<{ children?: ReactNode }>(part)) return
      const { children, ...props } = part.props
      drawn.push({ type: typeof part.type === 'string' ? part.type : 'fragment', props })
      gather(children)
    }
    gather(createDrawing()(node))
    expect(drawn).toEqual([
      { type: 'p', props: {} },
      { type: 'fragment', props: {} },
      { type: 'a', props: { href: '#a' } },
    ])
  })
})
