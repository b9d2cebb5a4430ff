import { SafeReactMarkdown } from '@glovebox/react/react-markdown'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Root } from 'hast'
import { expect } from 'storybook/test'

/** react-markdown with your own plugins; sanitizing and policy come behind them, always. */
const meta = { component: SafeReactMarkdown } satisfies Meta<typeof SafeReactMarkdown>
export default meta

type Story = StoryObj<typeof meta>

export const Plain: Story = {
  args: { children: 'Flour, water, *salt*. See the [guide](https://bread.example/sourdough).' },
}

/** A plugin that adds an image and a script: neither gets past the policy. */
export const HostilePlugin: Story = {
  args: { children: 'A plugin stands behind this.', rehypePlugins: [() => addUnsafeElements] },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('script, img, [onclick]')).toBeNull()
  },
}

export const OwnComponents: Story = {
  args: {
    children: '## Opening hours\n\nFrom **seven** to six.',
    components: {
      h2: ({ children }) => <h2>🥖 {children}</h2>,
    },
  },
}

export const AllowedElements: Story = {
  args: {
    children: 'Only *emphasis* and **not** the rest.',
    allowedElements: ['p', 'em', 'div', 'span'],
    unwrapDisallowed: true,
  },
}

function addUnsafeElements(tree: Root): void {
  tree.children.push(
    { type: 'element', tagName: 'script', properties: { src: 'https://evil.test/' }, children: [] },
    { type: 'element', tagName: 'img', properties: { src: 'https://evil.test/' }, children: [] },
    {
      type: 'element',
      tagName: 'p',
      properties: { onclick: 'alert(1)' },
      children: [{ type: 'text', value: 'A paragraph that the plugin added.' }],
    },
  )
}
