import { definePolicy } from '@glovebox/markdown'
import { rehypeGlovebox } from '@glovebox/markdown/rehype'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { isValidElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import Markdown, { MarkdownAsync } from 'react-markdown'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified, type PluggableList } from 'unified'
import { describe, expect, it } from 'vitest'

const unsafe = [
  '[bank.com](https://evil.test) ![x](https://evil.test/?q=secret) [j](javascript:alert(1))',
  '<img src="https://evil.test/" onerror="alert(1)"><b style="position:fixed" id="cookie">b</b>',
  '<script>alert(1)</script><iframe srcdoc="x"></iframe><svg><script>alert(1)</script></svg>',
  'a\u202eb <form action="https://evil.test"><input name="p" autofocus></form>',
  '| a |\n|:-:|\n| b |\n\nnote[^1]\n\n[^1]: <a href="https://evil.test" onclick="x">foot</a>',
].join('\n\n')

const policy = definePolicy({ links: { confirm: 'always' } })
const asOptions: PluggableList = [[rehypeGlovebox, policy, { idPrefix: 'm-' }]]
const asStep: PluggableList = [rehypeGlovebox(policy, { idPrefix: 'm-' })]

async function throughMarkdown(plugins: PluggableList): Promise<string> {
  return renderToStaticMarkup(
    <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={plugins} urlTransform={(url) => url}>
      {unsafe}
    </Markdown>,
  )
}

async function throughMarkdownAsync(plugins: PluggableList): Promise<string> {
  const drawn = await MarkdownAsync({
    children: unsafe,
    remarkPlugins: [remarkGfm],
    rehypePlugins: plugins,
    urlTransform: (url) => url,
  })
  if (!isValidElement(drawn)) throw new Error('No element')
  return renderToStaticMarkup(drawn)
}

async function toTree(plugins: PluggableList): Promise<Root> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(plugins)
  return (await processor.run(processor.parse(unsafe))) as Root
}

const renderers = [
  { name: 'react-markdown', draw: throughMarkdown },
  { name: 'react-markdown, asynchronous', draw: throughMarkdownAsync },
  {
    name: 'hast-util-to-html with dangerous HTML',
    draw: async (plugins: PluggableList) =>
      toHtml(await toTree(plugins), { allowDangerousHtml: true }),
  },
  {
    name: 'hast-util-to-jsx-runtime',
    draw: async (plugins: PluggableList) =>
      renderToStaticMarkup(toJsxRuntime(await toTree(plugins), { Fragment, jsx, jsxs })),
  },
]

const before = [
  { name: 'alone', plugins: [] },
  { name: 'behind rehype-raw', plugins: [rehypeRaw] },
]

/** Every tag with its attributes, as a browser would read the text. */
function tagsOf(html: string): string[] {
  return html.match(/<[a-z][^>]*>/g) ?? []
}

const harmless =
  /^<(?:p|b|table|thead|tbody|tr|(?:td|th)(?: data-align="center")?|sup|ol|li(?: id="m-fn-1")?|input type="checkbox" disabled(?:="")?\/?|h2(?: [^>]*)?|section(?: [^>]*)?|a href="(?:https:\/\/evil\.test\/|#m-[^"]*)"[^>]*|span data-(?:blocked|true-host|marked-char)=[^>]*)>$/
const active = /\s(?:on\w+|style|src|srcdoc|srcset|action|name|class)=/

describe.each(renderers)('rehypeGlovebox in $name', ({ draw }) => {
  const cases = before.flatMap(({ name, plugins }) => [
    { name: `${name}, given its policy as options`, plugins: [...plugins, ...asOptions] },
    { name: `${name}, called with its policy`, plugins: [...plugins, ...asStep] },
  ])

  it.each(cases)('lets nothing out $name', async ({ plugins }) => {
    const html = await draw(plugins)
    expect([
      tagsOf(html).filter((tag) => !harmless.test(tag) || active.test(tag)),
      html.includes('data-confirm="always"'),
      html.includes('<span data-true-host="evil.test" dir="ltr">(evil.test)</span>'),
      html.includes('data-marked-char="U+202E"'),
    ]).toEqual([[], true, true, true])
  })

  it('draws the same when it stands there twice', async () => {
    expect(await draw([...asStep, rehypeGlovebox(policy, { idPrefix: 'm-' })])).toBe(
      await draw(asStep),
    )
  })

  it('draws the same in both forms', async () => {
    expect(await draw(asStep)).toBe(await draw(asOptions))
  })
})

describe('rehypeGlovebox', () => {
  it('is the default policy without one', async () => {
    expect(await throughMarkdown([rehypeGlovebox])).toContain('data-blocked="image"')
  })

  it('refuses to be merged with the policy of an earlier use', () => {
    const earlier = definePolicy({ images: { allow: ['https://a.test/'] } })
    const use = () => unified().use(rehypeGlovebox, earlier).use(rehypeGlovebox, policy).freeze()
    expect(use).toThrow(TypeError)
  })

  it('links without asking where nobody asks, as a renderer without our parts draws them', async () => {
    const html = await throughMarkdown(asStep)
    expect(html).toContain(
      '<a href="https://evil.test/" rel="noopener noreferrer nofollow ugc" ' +
        'referrerPolicy="no-referrer" data-confirm="always" target="_blank" data-deceptive="true" dir="auto">',
    )
  })
})
