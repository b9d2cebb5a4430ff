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

/** Before an image is loaded the reader learns how much its address carries. */
export const BlockedImageWithData: Story = {
  args: {
    children:
      '![status](https://images.example/x.png?q=the%20password%20of%20the%20shop%20is%20hunter2%20and%20more)',
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button')).toHaveAccessibleDescription(/characters of data/)
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

function asksWith(note: RegExp): NonNullable<Story['play']> {
  return async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('link'))
    const page = within(canvasElement.ownerDocument.body)
    await expect(within(await page.findByRole('dialog')).getByText(note)).toBeVisible()
  }
}

/** The address has data in a label before the site's name. */
export const QuestionOnData: Story = {
  args: { children: '[report](https://nb2w45dfojzsa2lt.bakery.example/)' },
  play: asksWith(/carries 16 characters of data/),
}

export const QuestionOnDeception: Story = {
  args: { children: '[bank.com](https://bakery.example/)' },
  play: asksWith(/suggest another site/),
}

/** A name in letters is shown in both forms. */
export const QuestionOnLetters: Story = {
  args: { children: '[Bäckerei](https://bäckerei.example/)' },
  play: asksWith(/is called bäckerei\.example/),
}

export const QuestionOnMail: Story = {
  args: { children: '[write](mailto:orders@bakery.example?cc=news@bakery.example&subject=Rye)' },
  play: asksWith(/Addresses it goes to: 2/),
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

export const LongAnswerInTheDark: Story = { ...LongAnswer, globals: { scheme: 'dark' } }

export const BlockedImageWithDataInTheDark: Story = {
  ...BlockedImageWithData,
  globals: { scheme: 'dark' },
}

export const LinkQuestionInTheDark: Story = { ...LinkQuestion, globals: { scheme: 'dark' } }

export const QuestionOnDataInTheDark: Story = { ...QuestionOnData, globals: { scheme: 'dark' } }
