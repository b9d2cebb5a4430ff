import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { avoidedFaults } from './avoidedFaults.js'
import { ownTree, remarkTree } from './compare.js'
import { overlookedFaults } from './overlookedFaults.js'
import { readAlike } from './readAlike.js'
import { sharedFaults } from './remarkFaults.js'
import { commonmarkHtml, htmlOf } from './toHtml.js'

describe('where remark departs from the specification, the parser', () => {
  it.each(avoidedFaults)('does not, in $name', ({ name, markdown }) => {
    const { own, remark, faults } = readAlike(markdown)
    expect({ own, faults }).toEqual({ own: remark, faults: [name] })
  })

  it.each(avoidedFaults.filter(({ isOfGfm }) => isOfGfm !== true))(
    'reads as commonmark does, in $name',
    ({ markdown }) => {
      const html = commonmarkHtml(markdown)
      const isFault = htmlOf(remarkTree(markdown)) !== html
      expect({ own: htmlOf(ownTree(markdown)), isFault }).toEqual({ own: html, isFault: true })
    },
  )

  it.each(overlookedFaults)('may differ, in $name', ({ name, markdown }) => {
    const { own, remark, faults } = readAlike(markdown)
    const isFault = !isDeepStrictEqual(ownTree(markdown), remarkTree(markdown))
    expect({ own, faults, isFault }).toEqual({ own: remark, faults: [name], isFault: true })
  })

  it.each(sharedFaults)('does so too, in $name', ({ markdown }) => {
    const remark = remarkTree(markdown)
    expect({
      own: ownTree(markdown),
      isFault: htmlOf(remark) !== commonmarkHtml(markdown),
    }).toEqual({ own: remark, isFault: true })
  })
})

it.each([
  { name: 'an empty title', markdown: '[a]: b\n""' },
  { name: 'blank lines in indented code', markdown: '    a\n\n    \n  \nb' },
  { name: 'blanks in indented code that the text ends', markdown: '    a\n\n    ' },
  { name: 'a fence that a quote ends with the text', markdown: '> ```\n> a\n>\n' },
  { name: 'a blank and a tab in a tag', markdown: 'a<b\n \t>' },
])('reads $name as remark reads it', ({ markdown }) => {
  expect(ownTree(markdown)).toStrictEqual(remarkTree(markdown))
})
