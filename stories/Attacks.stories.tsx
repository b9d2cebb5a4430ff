import { demoScripts } from '@glovebox/proxy/demo'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { Attack } from './Attack.js'
import { foreignRequests } from './foreignRequests.js'
import { textOf } from './scripts.js'

/** Loads by itself, or sends something somewhere, or covers the page. */
const forbidden =
  'img, picture, source, video, audio, iframe, object, embed, script, style, link, form, svg, [style], [src], [srcset]'

/** The attacks of the demo: what is drawn, what was blocked, and what was asked of other origins. */
const meta = {
  component: Attack,
  play: async ({ canvas, canvasElement }) => {
    const drawn = canvasElement.querySelector('.glovebox-markdown')
    await expect(drawn?.textContent).not.toBe('')
    await expect(drawn?.querySelector(forbidden)).toBeNull()
    // A request is counted when it has ended, which for a host that does not exist takes a moment.
    await new Promise((resolve) => setTimeout(resolve, 500))
    await expect(foreignRequests()).toEqual([])
    await expect(canvas.getByText('Requests to other origins: 0')).toBeVisible()
    await expect(canvas.getByRole('list', { name: /blocked or exposed$/ })).toBeVisible()
  },
} satisfies Meta<typeof Attack>
export default meta

type Story = StoryObj<typeof meta>

function attack(name: string): Story {
  return { args: { unsafe: textOf(demoScripts, name) } }
}

export const ImageExfiltration: Story = attack('image-exfiltration')
export const ReferenceLink: Story = attack('reference-link')
export const DeceptiveLink: Story = attack('deceptive-link')
export const RawHtml: Story = attack('raw-html')
export const HiddenText: Story = attack('hidden-text')
export const Nesting: Story = attack('nesting')

/** That the count counts: the reader's own click loads an image, of a closed port of this machine. */
export const AfterConsent: Story = {
  args: { unsafe: '![a picture](http://127.0.0.1:59321/picture.png)' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Load image/ }))
    await waitFor(() => expect(foreignRequests()).toHaveLength(1))
  },
}
