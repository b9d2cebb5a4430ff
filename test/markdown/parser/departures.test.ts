import { describe, expect, it } from 'vitest'
import { ownTree, remarkTree } from './compare.js'
import { avoidedFaults, footnoteFault, sharedFaults, spreadFault } from './remarkFaults.js'
import { commonmarkHtml, htmlOf } from './toHtml.js'

describe('where remark departs from the specification, the parser', () => {
  it.each(avoidedFaults)('does not, in $name', ({ markdown, concerns }) => {
    const html = commonmarkHtml(markdown)
    const remark = htmlOf(remarkTree(markdown))
    expect({
      own: htmlOf(ownTree(markdown)),
      isFault: remark !== html,
      isKnown: concerns(markdown),
    }).toEqual({ own: html, isFault: true, isKnown: true })
  })

  it.each(sharedFaults)('does so too, in $name', ({ markdown }) => {
    const remark = remarkTree(markdown)
    expect({
      own: ownTree(markdown),
      isFault: htmlOf(remark) !== commonmarkHtml(markdown),
    }).toEqual({ own: remark, isFault: true })
  })
})

it(`departs from remark in ${footnoteFault.name}: ${footnoteFault.reason}`, () => {
  const blocks = [
    { type: 'footnoteDefinition', identifier: 'b', label: 'b', children: [] },
    { type: 'paragraph', children: [{ type: 'text', value: 'c' }] },
  ]
  const outer = { type: 'footnoteDefinition', identifier: 'a', label: 'a', children: blocks }
  expect(ownTree(footnoteFault.markdown)).toEqual({ type: 'root', children: [outer] })
})

it(`departs from remark in ${spreadFault.name}: ${spreadFault.reason}`, () => {
  const [remark, own] = [remarkTree, ownTree].map((read) =>
    JSON.stringify(read(spreadFault.markdown)),
  )
  expect([remark?.includes('"spread":true'), own?.includes('"spread":true')]).toEqual([true, false])
})
