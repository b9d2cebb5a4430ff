import type { Element, ElementContent, Properties, RootContent } from 'hast'
import { drawElement } from '../drawElement.js'
import type { Drawing } from '../drawing.js'
import { excerptOf } from '../finding.js'
import { drawHtml } from '../html.js'
import { markHidden, type Marking, type OnHidden } from '../markHidden.js'
import type { Policy } from '../policy.js'
import { isHeading } from '../safeElements.js'
import { placeIn, type TextPlace } from '../revealHidden.js'
import type { Found } from './found.js'
import {
  commonLength,
  isLink,
  makeElement,
  makeText,
  type MadeContent,
  type MadeElement,
} from './made.js'
import { markGrown } from './markGrown.js'
import { expectedTags } from './openTags.js'
import { textOf } from './textOf.js'
import { withTail } from '../withTail.js'

/** Draws nodes by the policy; what was drawn stays as long as the node does. */
export interface Drawer {
  /** `isOpen` says that the text still grows at the node's end: tags are taken for closed there. */
  readonly draw: (made: MadeContent, isOpen: boolean) => readonly ElementContent[]
  /** Draws the raw HTML among the children of `parent`; what was there before is used again. */
  readonly drawRaw: (children: readonly MadeContent[], at: RawAt) => RawDrawn
}

/** Where raw HTML stands. */
export interface RawAt {
  readonly parent: string
  readonly before: readonly MadeContent[] | undefined
}

/** Nodes without raw HTML, and what was found in it. */
export interface RawDrawn {
  readonly children: readonly MadeContent[]
  readonly found: readonly Found[]
}

const nothing: Properties = Object.freeze({})

/** Creates what draws the nodes of one text. */
export function createDrawer(policy: Policy, idPrefix: string): Drawer {
  let found: Found[] = []
  let place: TextPlace = 'prose'
  const report: Drawing['report'] = (kind, reason, unsafe) => {
    found.push({ kind, reason, excerpt: excerptOf(unsafe) })
  }
  const onHidden: OnHidden = (reason, unsafe, at) => {
    found.push({ kind: 'hidden-text', reason, excerpt: excerptOf(unsafe), at })
  }
  const whole: Drawing = {
    policy,
    idPrefix,
    report,
    drawChildren: (element, inLink) =>
      drawIn(element.tagName, () => drawNodes(element.children, inLink)),
  }

  function draw(made: MadeContent, isOpen: boolean): readonly ElementContent[] {
    // Raw HTML has become text or elements one level above.
    if (made.type === 'raw') return []
    const isCurrent = made.type === 'text' || (isOpen ? made.wasOpen : !made.isRepaired)
    if (made.safe !== undefined && isCurrent && made.place === place) return made.safe
    const foundAround = found
    found = []
    made.hasFound = false
    made.place = place
    made.safe = made.type === 'element' ? drawMade(made, isOpen) : markGrown(made, marking())
    made.found = found
    made.hasFound ||= found.length > 0
    made.previous = undefined
    found = foundAround
    return made.safe
  }

  function marking(): Marking {
    return { hidden: policy.hidden, onHidden, place }
  }

  function drawIn<Drawn>(tagName: string, drawInside: () => Drawn): Drawn {
    const placeAround = place
    place = placeIn(tagName, place)
    const drawn = drawInside()
    place = placeAround
    return drawn
  }

  function drawMade(element: MadeElement, isOpen: boolean): readonly ElementContent[] {
    const { tagName } = element
    let children: readonly MadeContent[] = element.children
    element.isRepaired = false
    element.wasOpen = isOpen
    if (element.hasRaw) {
      const expected = isOpen && policy.html === 'subset' ? expectedTags(children, tagName) : []
      element.isRepaired = expected.length > 0
      const at = { parent: tagName, before: (element.previous ?? element).drawnChildren }
      const raw = drawRaw([...children, ...expected], at)
      children = raw.children
      found.push(...raw.found)
    }
    // Drawn with all that is in them: they ask for the words inside.
    if (isLink(tagName)) return drawNodes([withoutRaw(element, children)], false)
    const inside = drawIn(tagName, () => drawChildren(element, children, isOpen))
    const { dataLimit } = element.properties
    if (dataLimit !== undefined) report('limit', String(dataLimit), textOf(children))
    element.drawnChildren = children
    element.drawnInside = inside
    // An id that changes with each of its words is none to link to.
    const isUnnamed = isOpen && isHeading(tagName)
    element.isRepaired ||= isUnnamed
    const named = isUnnamed ? { ...element, properties: nothing } : element
    return drawElement(named, { ...whole, drawChildren: () => inside })
  }

  /** Draws what is inside, from the first child on that is not what it was. */
  function drawChildren(
    element: MadeElement,
    children: readonly MadeContent[],
    isOpen: boolean,
  ): ElementContent[] {
    const { previous } = element
    const before = previous?.drawnChildren ?? []
    // Where each child gave one node, the nodes of the first children are the first nodes.
    const isReusable =
      previous?.drawnInside !== undefined && previous.isOneToOne && previous.place === element.place
    const openIndex = isOpen ? openChild(children) : children.length
    const common = isReusable ? commonLength(before, children) : 0
    // What the text grew in is drawn again when it does no longer, and the other way round.
    const same = Math.min(common, openIndex, openChild(before))
    const inside: ElementContent[] = []
    element.hasFound = same > 0 && previous?.hasFound === true
    element.isOneToOne = true
    for (let index = same; index < children.length; index += 1) {
      const child = children[index]
      if (child === undefined) continue
      const nodes = draw(child, index === openIndex)
      for (const node of nodes) inside.push(node)
      if (nodes.length !== 1) element.isOneToOne = false
      if (child.type === 'element' && child.isRepaired) element.isRepaired = true
      if (child.type !== 'raw' && child.hasFound) element.hasFound = true
    }
    if (same === 0 || previous?.drawnInside === undefined) return inside
    return withTail(previous.drawnInside, same, inside)
  }

  function withoutRaw(element: MadeElement, children: readonly MadeContent[]): Element {
    const inside = children.map((child) => {
      if (child.type !== 'element') return child
      if (!child.hasRaw) return withoutRaw(child, child.children)
      const raw = drawRaw(child.children, { parent: child.tagName, before: undefined })
      found.push(...raw.found)
      return withoutRaw(child, raw.children)
    })
    const { tagName, properties } = element
    return { type: 'element', tagName, properties, children: inside }
  }

  function drawNodes(nodes: readonly Nodes[], inLink: boolean): ElementContent[] {
    const drawn: ElementContent[] = []
    for (const node of nodes) {
      if (node.type === 'text') {
        for (const part of markHidden(node.value, marking())) drawn.push(part)
      } else if (node.type === 'element') {
        for (const part of drawElement(node, { ...whole, inLink })) drawn.push(part)
      }
    }
    return drawn
  }

  function drawRaw(children: readonly MadeContent[], { parent, before }: RawAt): RawDrawn {
    const rawFound: Found[] = []
    const drawn = drawHtml(children, {
      parent,
      html: policy.html,
      onHtml: (reason, unsafe) =>
        rawFound.push({ kind: 'html', reason, excerpt: excerptOf(unsafe) }),
    })
    return {
      children: drawn.flatMap((node, index) => adopt(node, before?.[index])),
      found: rawFound,
    }
  }

  return { draw, drawRaw }
}

type Nodes = RootContent | ElementContent

/** Gives what the drawing of raw HTML made new the form of what else is made. */
function adopt(node: Nodes, before: MadeContent | undefined): MadeContent[] {
  if (isMade(node)) return [node]
  if (node.type === 'text') return [makeText(node.value, before)]
  if (node.type !== 'element') return []
  const childrenBefore = before?.type === 'element' ? before.children : []
  const children = node.children.flatMap((child, index) => adopt(child, childrenBefore[index]))
  return [makeElement({ tagName: node.tagName, children }, before)]
}

/** The child that the end of its parent stands in, if it is an element; or else none. */
export function openChild(children: readonly MadeContent[]): number {
  const tail = children.at(-1)
  const isLineEnding = tail?.type === 'text' && tail.value === '\n'
  const at = children.length - (isLineEnding ? 2 : 1)
  return children[at]?.type === 'element' ? at : children.length
}

function isMade(node: Nodes | MadeContent): node is MadeContent {
  return 'hasFound' in node
}
