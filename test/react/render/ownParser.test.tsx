import type { Finding } from '@glovebox/markdown'
import { SafeReactMarkdown } from '@glovebox/react/react-markdown'
import { cleanup, render, waitFor } from '@testing-library/react'
import type { Root } from 'mdast'
import type { Processor } from 'unified'
import { afterEach, expect, it } from 'vitest'

afterEach(cleanup)

/** Says with which parser a text was read: remark's tells where its nodes stand. */
function drawWith(unsafe: string, ...plugins: readonly (() => unknown)[]) {
  let isRemark: boolean | undefined
  const look = () => (tree: Root) => {
    isRemark = tree.children[0]?.position !== undefined
  }
  const remarkPlugins = [...plugins, look] as never
  const { container } = render(
    <SafeReactMarkdown remarkPlugins={remarkPlugins}>{unsafe}</SafeReactMarkdown>,
  )
  return { isRemark, text: container.textContent }
}

it('reads with our parser, also for plugins that change the tree', () => {
  expect(drawWith('a &amp; b')).toEqual({ isRemark: false, text: 'a & b' })
})

it('reads with remark’s where a plugin adds syntax', () => {
  function addSyntax(this: Processor): void {
    const data = this.data() as { micromarkExtensions?: unknown[] }
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text: {} }]
  }
  expect(drawWith('a &amp; b', addSyntax)).toEqual({ isRemark: true, text: 'a & b' })
})

it('leaves a parser that a plugin brings', () => {
  function bringParser(this: Processor): void {
    const words: Root = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'own' }] }],
    }
    this.parser = () => words
  }
  expect(drawWith('a', bringParser).text).toBe('own')
})

it('draws what would break remark', async () => {
  const found: Finding[] = []
  const { container } = render(
    <SafeReactMarkdown onBlocked={(findings) => found.push(...findings)}>
      {'> '.repeat(2_000) + 'a'}
    </SafeReactMarkdown>,
  )
  expect(container.textContent).toContain('a')
  await waitFor(() => expect(found).toMatchObject([{ kind: 'limit', reason: 'depth', block: 0 }]))
})

it('draws no address that can still grow', () => {
  const { container } = render(
    <SafeReactMarkdown streaming>{'see https://bank.exam'}</SafeReactMarkdown>,
  )
  expect(container.querySelector('a')).toBeNull()
})
