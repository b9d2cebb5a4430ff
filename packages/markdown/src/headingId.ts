import type { ElementContent, RootContent } from 'hast'
import { drawHtml } from './html.js'
import { revealHidden } from './revealHidden.js'
import { takeFrom, type Placed } from './takeFrom.js'

/** Characters of an id; a longer heading is found by its beginning. */
const longestId = 100

/** Gives the headings of one text their ids, each once. */
export interface HeadingIds {
  /** The id of the next heading; undefined for one without a letter. `at` is the top-level node it stands in. */
  readonly next: (slug: string, at?: number) => string | undefined
  /** Takes back the ids of the headings from a node on. */
  readonly takeBack: (first: number) => void
}

/**
 * Starts the ids of one text, by GitHub's rule: a heading whose words came before gets `-1`, `-2` and so on. None is
 * an id of a footnote.
 */
export function createHeadingIds(): HeadingIds {
  const used = new Set(['footnote-label'])
  /** The last number that each slug was given. */
  const numbers = new Map<string, number>()
  const given: Given[] = []

  return {
    next(slug, at = 0) {
      if (slug === '') return undefined
      const number = numbers.get(slug) ?? 0
      let last = number
      let id = slug
      while (used.has(id)) {
        last += 1
        id = `${slug}-${last}`
      }
      given.push({ at, slug, number, id })
      numbers.set(slug, last)
      used.add(id)
      return id
    },
    takeBack(first) {
      for (const { slug, number, id } of takeFrom(given, first).toReversed()) {
        used.delete(id)
        numbers.set(slug, number)
      }
    },
  }
}

/** An id, and the number that its slug had before. */
interface Given extends Placed {
  readonly slug: string
  readonly number: number
  readonly id: string
}

type Nodes = RootContent | ElementContent

/** Makes what an id is made of from a heading's content: its words without marks, pictures and footnotes. */
export function slugOf(children: readonly Nodes[], html: 'subset' | 'text'): string {
  const slug = wordsOf(children, html)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\t\n\r _-]|\p{DI}/gu, '')
    .trim()
    .replace(/[\t\n\r ]/g, '-')
    .slice(0, longestId)
    .replace(/[\ud800-\udbff]$/, '')
  return /^fn(?:ref)?-/.test(slug) ? `section-${slug}` : slug
}

function wordsOf(children: readonly Nodes[], html: 'subset' | 'text'): string {
  return drawHtml(children, { parent: 'h1', html, onHtml: () => undefined })
    .map((node) => {
      if (node.type === 'text') return seenIn(node.value)
      if (node.type !== 'element' || /^(?:img|script|style)$/.test(node.tagName)) return ''
      const { dataFootnoteRef, dataMarkedChar, dataTrueHost, dataBlocked } = node.properties
      const isOurs = dataFootnoteRef ?? dataMarkedChar ?? dataTrueHost
      return isOurs !== undefined || dataBlocked === 'image' ? '' : wordsOf(node.children, html)
    })
    .join('')
}

/** What is marked in a text is no part of its words. */
function seenIn(unsafe: string): string {
  return revealHidden(unsafe)
    .map((segment) => ('text' in segment ? segment.text : ''))
    .join('')
}
