import {
  cutAtLength,
  cutAtLimits,
  excerptOf,
  remarkUnfinished,
  type Finding,
  type Policy,
} from '@glovebox/markdown'
import { rehypeGlovebox } from '@glovebox/markdown/rehype'
import type { Root } from 'hast'
import { createElement, Fragment, type ReactNode } from 'react'
import Markdown, { type Options } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { Block } from './Block.js'
import { blockComponents } from './blockComponents.js'
import { createOwnParser, type Stage } from './ownParser.js'
import type { TextLabels } from './textLabels.js'
import { PlainNote, PlainRest } from './PlainRest.js'
import { blockName, wrapBlocks } from './wrapBlocks.js'

/** How to draw one text. */
export interface DrawOptions {
  readonly policy: Policy
  readonly labels: TextLabels
  readonly idPrefix: string
  readonly streaming: boolean
  readonly dir: 'ltr' | 'rtl' | 'auto'
  /** react-markdown's own options; its plugins run before the policy, never behind it. */
  readonly extra?: Readonly<Omit<Options, 'children'>>
}

/** What is drawn, and what was found on the way. */
export interface Drawing {
  readonly element: ReactNode
  readonly findings: readonly Finding[]
}

const ownComponents = { ...blockComponents, [blockName]: Block }

/** Turns untrusted markdown into React elements; text that breaks the parser is drawn as it is. */
export function drawMarkdown(unsafe: string, options: DrawOptions): Drawing {
  const findings: Finding[] = []
  const stage: Stage = { isParsing: false }
  const cut = cutFor(unsafe, options)
  try {
    const element = drawWhole(
      cut.text,
      // What a cut splits is as unfinished as what has not arrived.
      cut.rest === '' ? options : { ...options, streaming: true },
      { stage, onFinding: (finding) => findings.push(finding) },
    )
    const inOrder = findings.toSorted((one, other) => one.block - other.block)
    if (cut.finding !== undefined) inOrder.push(cut.finding)
    const isPlain = findings.some(isTreeCut)
    if (cut.rest === '' && !isPlain) return { element, findings: inOrder }
    const note = isPlain && <PlainNote />
    const rest = cut.rest !== '' && <PlainRest>{cut.rest}</PlainRest>
    return { element: join(element, note, rest), findings: inOrder }
  } catch (error) {
    const isPlugins = hasPlugins(options) && !stage.isParsing
    const finding = isPlugins ? pluginFinding(error) : parserFinding
    return { element: <PlainRest>{unsafe}</PlainRest>, findings: [finding] }
  }
}

const parserFinding: Finding = { kind: 'limit', reason: 'parser', block: 0, excerpt: '' }

/** Whether part of the tree itself is plain, and not what stands behind it. */
function isTreeCut({ kind, reason }: Finding): boolean {
  return kind === 'limit' && /^(?:depth|nodes|links)$/.test(reason)
}

/** Says that code of the app failed, and how, for the one who wrote it. */
function pluginFinding(error: unknown): Finding {
  return { kind: 'limit', reason: 'plugin', block: 0, excerpt: excerptOf(messageOf(error)) }
}

/** What is thrown may be anything, also what throws when it is read. */
function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  } catch {
    return ''
  }
}

/** Whether code of the app's takes part. */
function hasPlugins({ extra = {} }: DrawOptions): boolean {
  const { remarkPlugins, rehypePlugins, remarkRehypeOptions, allowElement } = extra
  return (
    [...(remarkPlugins ?? []), ...(rehypePlugins ?? [])].length > 0 ||
    Object.keys(remarkRehypeOptions ?? {}).length > 0 ||
    typeof allowElement === 'function'
  )
}

/** An app's plugins may bring remark's parser back, which has to be guarded from what makes it slow. */
function cutFor(unsafe: string, { policy, extra }: DrawOptions) {
  const { limits } = policy
  const hasRemarkPlugins = (extra?.remarkPlugins ?? []).length > 0
  return hasRemarkPlugins ? cutAtLimits(unsafe, limits) : cutAtLength(unsafe, limits.length)
}

/** What drawing tells of as it goes on. */
interface Telling {
  readonly stage: Stage
  readonly onFinding: (finding: Finding) => void
}

/**
 * Runs all plugins and draws the policy's own tree: what a plugin puts behind the policy, or in place
 * of the run itself, is not what is drawn, and without a tree of the policy nothing is.
 */
function drawWhole(text: string, options: DrawOptions, telling: Telling): ReactNode {
  const { onFinding } = telling
  const { policy, idPrefix, dir, extra = {} } = options
  let safe: Root | undefined
  const judge = (tree: Root) => (safe = rehypeGlovebox(policy, { idPrefix, onFinding })(tree))
  // Called, not mounted: an error of the parser or of a plugin has to be caught here.
  Markdown({
    ...pipeline(text, options, telling),
    rehypePlugins: [...(extra.rehypePlugins ?? []), lastStep(judge)],
  })
  if (safe === undefined) throw new Error('The policy did not run')
  // Nobody's code runs from here on. A second pass changes nothing but what was changed behind the first.
  const { limits } = policy
  const again = { ...policy, limits: { ...limits, nodes: limits.nodes * 20 } }
  const drawn = wrapBlocks(dir)(rehypeGlovebox(again, { idPrefix })(safe))
  return Markdown({
    children: '',
    rehypePlugins: [() => () => drawn],
    components: { ...extra.components, ...ownComponents },
    urlTransform: keepUrl,
  })
}

function pipeline(text: string, options: DrawOptions, telling: Telling): Options {
  const { policy, labels, streaming, extra = {} } = options
  const own = createOwnParser({ policy, streaming, ...telling })
  const repair = remarkUnfinished({ textLength: text.length })
  // Our own parser has held back what is unfinished.
  const unfinished =
    () =>
    (...read: Parameters<typeof repair>) => {
      if (!own.hasRead()) repair(...read)
    }
  return {
    ...extra,
    components: {},
    children: text,
    remarkPlugins: [
      ...own.before,
      remarkGfm,
      ...(extra.remarkPlugins ?? []),
      ...own.behind,
      ...(streaming ? [unfinished] : []),
    ],
    remarkRehypeOptions: {
      footnoteLabel: labels.footnotes,
      footnoteBackLabel: (reference: number) => labels.backToReference(reference + 1),
      ...extra.remarkRehypeOptions,
    },
    urlTransform: keepUrl,
  }
}

/** The addresses are judged by the policy, and a judge of less would drop `tel:`. */
function keepUrl(url: string): string {
  return url
}

/**
 * A plugin that no other gets behind. It is a new one each time, since unified leaves a plugin that it
 * knows in its earlier place, and plugins that others add while they are attached are attached first.
 */
function lastStep(transform: (tree: Root) => Root) {
  return function (this: { readonly freeze: () => unknown }) {
    this.freeze()
    return transform
  }
}

function join(...parts: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts)
}
