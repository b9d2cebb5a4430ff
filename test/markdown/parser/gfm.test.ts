import { describe, expect, it } from 'vitest'
import { ownTree, remarkTree } from './compare.js'
import { gfmAddresses, gfmHtml } from './gfmAddresses.js'
import { gfmFootnotes } from './gfmFootnotes.js'
import { gfmStrikethrough, gfmTasks } from './gfmInlines.js'
import { gfmTables } from './gfmTables.js'

describe.each([
  { construct: 'a table', rows: gfmTables },
  { construct: 'a strikethrough', rows: gfmStrikethrough },
  { construct: 'a task list', rows: gfmTasks },
  { construct: 'an autolink literal', rows: gfmAddresses },
  { construct: 'disallowed HTML', rows: gfmHtml },
  { construct: 'a footnote', rows: gfmFootnotes },
])('$construct', ({ rows }) => {
  it.each(rows)('reads as remark-gfm reads it: %j', (markdown) => {
    expect(ownTree(markdown)).toStrictEqual(remarkTree(markdown))
  })
})
