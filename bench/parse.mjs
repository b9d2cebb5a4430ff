// How fast each parser reads a whole document in Node, without drawing.
import { parseMarkdown } from '@glovebox/markdown'
import { Parser } from 'commonmark'
import MarkdownIt from 'markdown-it'
import { marked } from 'marked'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { parse, postprocess, preprocess } from 'micromark'
import { gfm } from 'micromark-extension-gfm'
import { median } from './compare.mjs'

const warmUps = 5
const syntax = { extensions: [gfm()] }
const tree = { ...syntax, mdastExtensions: [gfmFromMarkdown()] }
const markdownIt = new MarkdownIt()
const commonmarkParser = new Parser()

/** What each gives: a tree, tokens or events; none of them HTML. */
const parsers = {
  'glovebox (mdast)': (text) => parseMarkdown(text),
  'micromark + gfm (events)': (text) =>
    postprocess(
      parse(syntax)
        .document()
        .write(preprocess()(text, undefined, true)),
    ),
  'micromark + gfm (mdast, as remark)': (text) => fromMarkdown(text, tree),
  'markdown-it (tokens)': (text) => markdownIt.parse(text, {}),
  'marked (tokens)': (text) => marked.lexer(text),
  'commonmark (tree, no GFM)': (text) => commonmarkParser.parse(text),
}

/** @typedef {{ readonly parser: string, readonly speed: number }} Throughput the median, in million characters a second */

/**
 * Parses in turn, so that a noisy minute hits all alike; the first rounds warm up and are not counted.
 * @param {string} text
 * @param {number} rounds
 * @returns {readonly Throughput[]}
 */
export function measureParsers(text, rounds) {
  const rows = Object.entries(parsers).map(([parser, parse]) => ({ parser, parse, times: [] }))
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { parse, times } of rows) {
      const start = process.cpuUsage()
      parse(text)
      const { user, system } = process.cpuUsage(start)
      if (round >= 0) times.push(user + system)
    }
  }
  return rows.map(({ parser, times }) => ({
    parser,
    speed: text.length / median(times),
  }))
}
