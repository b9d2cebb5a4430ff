import { definePolicy } from '@glovebox/markdown'
import { demoScripts } from '@glovebox/proxy/demo'
import { SafeMarkdown } from '@glovebox/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { textOf } from './scripts.js'

/** Markdown that Claude wrote, drawn as untrusted text. */
const meta = { component: SafeMarkdown } satisfies Meta<typeof SafeMarkdown>
export default meta

type Story = StoryObj<typeof meta>

export const LongAnswer: Story = {
  args: { children: textOf(demoScripts, 'long-answer') },
}

export const BlockedImage: Story = {
  args: {
    children: 'The van is on its way.\n\n![delivery status](https://images.example/van.png)',
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('img')).toBeNull()
    await expect(
      canvas.getByRole('button', { name: 'Load image from images.example' }),
    ).toBeVisible()
  },
}

/** A link that leaves the app asks first, and shows where it really goes. */
export const LinkQuestion: Story = {
  args: { children: 'Read the [opening hours](https://bakery.example/hours?from=chat).' },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('link', { name: 'opening hours' }))
    const page = within(canvasElement.ownerDocument.body)
    const dialog = await page.findByRole('dialog', { name: 'Open this link?' })
    await expect(within(dialog).getByText('bakery.example')).toBeVisible()
    await expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
  },
}

/** A rule of the policy lets a link open unasked. */
export const OwnHost: Story = {
  args: {
    children: 'The [handbook](https://bakery.example/handbook) opens without a question.',
    policy: definePolicy({ links: { allow: ['https://bakery.example/'] } }),
  },
}

/** What may still change at the end cannot be clicked. */
export const Unfinished: Story = {
  args: { children: 'See the [guide](https://bread.exam', streaming: true },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('link')).toBeNull()
  },
}

export const RightToLeft: Story = {
  args: { children: '# نان\n\nآرد، آب و *نمک*.\n\n- یک\n- دو' },
}

export const Empty: Story = { args: { children: '' } }
