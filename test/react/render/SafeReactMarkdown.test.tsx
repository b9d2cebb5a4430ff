import { definePolicy, type Finding } from '@glovebox/markdown'
import { rehypeGlovebox } from '@glovebox/markdown/rehype'
import { SafeReactMarkdown } from '@glovebox/react/react-markdown'
import { cleanup, render, screen } from '@testing-library/react'
import type { Root } from 'hast'
import type { PluggableList, Processor } from 'unified'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(cleanup)

function addImage() {
  return (tree: Root) => {
    const properties = { src: 'https://evil.test/x', style: 'color:red', onError: 'alert(1)' }
    tree.children.push({ type: 'element', tagName: 'img', properties, children: [] })
    tree.children.push({ type: 'element', tagName: 'script', properties: {}, children: [] })
  }
}

/** What unified keeps to itself. */
interface Inside {
  attachers: unknown[]
  freezeIndex: number
  transformers: {
    use: (step: unknown) => void
    run: (...given: ((error: null, tree: Root) => void)[]) => void
  }
  run: (tree: Root, file: unknown, done: (error: null, tree: Root) => void) => void
  freeze: () => unknown
}

function evil(): Root {
  const tree: Root = { type: 'root', children: [] }
  addImage()(tree)
  return tree
}

function giveTwice(tree: Root, _file: unknown, next: (error: null, tree: Root) => void): void {
  next(null, tree)
  next(null, evil())
}

function throwError(): never {
  throw new Error('Broken plugin')
}

describe('SafeReactMarkdown', () => {
  it('runs a rehype plugin before the policy', () => {
    const { container } = render(
      <SafeReactMarkdown rehypePlugins={[addImage]}>{'text'}</SafeReactMarkdown>,
    )
    expect([
      container.querySelector('img, script, [style]'),
      screen.getByRole('button', { name: 'Load image from evil.test' }).tagName,
    ]).toEqual([null, 'BUTTON'])
  })

  it('judges what urlTransform gives back', () => {
    render(
      <SafeReactMarkdown urlTransform={() => 'javascript:alert(1)'}>
        {'[words](https://a.test/)'}
      </SafeReactMarkdown>,
    )
    expect([screen.queryByRole('link'), screen.getByText('words').dataset['blocked']]).toEqual([
      null,
      'link',
    ])
  })

  it('lets urlTransform rewrite an address', () => {
    render(
      <SafeReactMarkdown urlTransform={(url) => url.replace('a.test', 'b.test')}>
        {'[words](https://a.test/)'}
      </SafeReactMarkdown>,
    )
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://b.test/')
  })

  it('honours allowedElements, allowElement and skipHtml', () => {
    const { container } = render(
      <SafeReactMarkdown
        allowedElements={['p', 'em']}
        allowElement={({ tagName }) => tagName !== 'em'}
        unwrapDisallowed
        skipHtml
      >
        {'*a* **b** <u>c</u>'}
      </SafeReactMarkdown>,
    )
    expect([container.querySelector('p')?.innerHTML]).toEqual(['a b c'])
  })

  it('shows the text as written where a plugin throws', () => {
    const findings: Finding[] = []
    render(
      <SafeReactMarkdown
        remarkPlugins={[() => throwError]}
        onBlocked={(fresh) => findings.push(...fresh)}
      >
        {'**text**'}
      </SafeReactMarkdown>,
    )
    expect([screen.getByText('**text**').tagName, findings]).toEqual([
      'PRE',
      [{ kind: 'limit', reason: 'plugin', block: 0, excerpt: 'Error: Broken plugin' }],
    ])
  })

  it('tells nothing of a text before it has ended', () => {
    const reports: string[] = []
    const draw = (streaming: boolean) => (
      <SafeReactMarkdown
        streaming={streaming}
        onBlocked={(fresh) => reports.push(...fresh.map(({ kind }) => `${kind} ${streaming}`))}
      >
        {'![a](https://evil.test/) b'}
      </SafeReactMarkdown>
    )
    const { rerender } = render(draw(true))
    rerender(draw(false))
    expect(reports).toEqual(['image false'])
  })

  it('keeps the policies of two components with equal plugins apart', () => {
    const open = definePolicy({ images: { allow: ['https://img.test/'] } })
    const text = '![a](https://img.test/a.png)'
    const { container } = render(
      <>
        <SafeReactMarkdown policy={open}>{text}</SafeReactMarkdown>
        <SafeReactMarkdown>{text}</SafeReactMarkdown>
      </>,
    )
    expect(container.querySelectorAll('img').length).toBe(1)
  })

  const behind: readonly { readonly name: string; readonly plugins: PluggableList }[] = [
    { name: 'the policy is in the list already', plugins: [rehypeGlovebox, addImage] },
    {
      name: 'the policy is in the list already with options',
      plugins: [[rehypeGlovebox, definePolicy({ images: { allow: ['https://evil.test'] } })]],
    },
    {
      name: 'a plugin adds another one while it is attached',
      plugins: [
        function (this: Processor) {
          this.use(function (this: Processor) {
            this.use(addImage)
          })
        },
      ],
    },
  ]
  it.each(behind)('keeps the policy the last step where $name', ({ plugins }) => {
    const { container } = render(
      <SafeReactMarkdown rehypePlugins={plugins}>
        {'text ![](https://evil.test/y)'}
      </SafeReactMarkdown>,
    )
    expect([
      container.querySelector('img, [style]'),
      screen.getByText('text', { exact: false }).tagName,
      screen.getAllByRole('button').length > 0,
    ]).toEqual([null, 'P', true])
  })

  /** Plugins that go for the processor, a private part of it too. */
  const rewiring: readonly { readonly name: string; readonly plugin: (this: Inside) => unknown }[] =
    [
      {
        name: 'puts its own run in place of the processor’s',
        plugin() {
          this.run = (_tree, _file, done) => done(null, evil())
        },
      },
      {
        name: 'puts its own queue in place of the processor’s',
        plugin() {
          this.transformers = { run: (...given) => given.at(-1)?.(null, evil()), use: () => {} }
        },
      },
      {
        name: 'adds a step while the steps run',
        plugin() {
          const { transformers } = this
          return () => transformers.use(addImage())
        },
      },
      {
        name: 'takes the last plugin off the list',
        plugin() {
          this.attachers.pop()
        },
      },
      {
        name: 'empties the list',
        plugin() {
          this.attachers.length = 0
        },
      },
      {
        name: 'makes the list one that cannot change',
        plugin() {
          Object.freeze(this.attachers)
        },
      },
      {
        name: 'says that all are attached',
        plugin() {
          this.freezeIndex = Infinity
        },
      },
      {
        name: 'makes freezing do nothing',
        plugin() {
          this.freeze = () => this
        },
      },
      { name: 'gives another tree', plugin: () => evil },
      { name: 'gives a tree later', plugin: () => async () => evil() },
      { name: 'gives a tree twice', plugin: () => giveTwice },
    ]
  it.each(rewiring)('draws nothing past the policy where a plugin $name', ({ plugin }) => {
    const plugins = [plugin as () => void]
    const { container } = render(
      <>
        <SafeReactMarkdown rehypePlugins={plugins}>
          {'text ![](https://evil.test/y)'}
        </SafeReactMarkdown>
        <SafeReactMarkdown remarkPlugins={plugins}>
          {'text ![](https://evil.test/y)'}
        </SafeReactMarkdown>
      </>,
    )
    expect(container.querySelector('img, script, [style], [src]')).toBeNull()
  })

  it('draws nothing past the policy where allowElement changes what it is asked about', () => {
    const { container } = render(
      <SafeReactMarkdown
        allowElement={(element) => {
          Object.assign(element, { tagName: 'iframe', properties: { srcDoc: '<b>a</b>' } })
          return true
        }}
      >
        {'text'}
      </SafeReactMarkdown>,
    )
    expect([container.querySelector('iframe'), container.textContent]).toEqual([null, 'text'])
  })

  it('gives no component what the policy does not know', () => {
    const drawn: string[] = []
    const note = (name: string) => () => {
      drawn.push(name)
      return null
    }
    render(
      <SafeReactMarkdown
        rehypePlugins={[addImage]}
        components={{ script: note('script'), iframe: note('iframe'), img: note('img') }}
        remarkRehypeOptions={{ allowDangerousHtml: true }}
        urlTransform={(url) => url}
      >
        {'<script>a</script> <iframe src="https://evil.test">'}
      </SafeReactMarkdown>,
    )
    expect(drawn).toEqual([])
  })
})
