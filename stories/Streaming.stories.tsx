import { demoScripts } from '@glovebox/proxy/demo'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, waitFor } from 'storybook/test'
import { foreignRequests } from './foreignRequests.js'
import { textOf } from './scripts.js'
import { Stream } from './Stream.js'

/** Answers that grow. What is unfinished at the end can be read, not clicked or loaded. */
const meta = { component: Stream } satisfies Meta<typeof Stream>
export default meta

type Story = StoryObj<typeof meta>

export const LongAnswer: Story = {
  args: { unsafe: textOf(demoScripts, 'long-answer'), speed: 120 },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'A small bakery, day by day' }),
    ).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent('Streaming')
  },
}

/** The speed control hurries a slow stream to its end. */
export const SpeedChanged: Story = {
  args: { unsafe: textOf(demoScripts, 'long-answer'), speed: 10 },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Streaming')
    await fireEvent.change(canvas.getByRole('slider', { name: 'Speed' }), {
      target: { value: '4000' },
    })
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Complete'), {
      timeout: 10_000,
    })
    await expect(canvas.getAllByRole('listitem').at(-1)).toHaveTextContent(/yesterday's bun/)
  },
}

/** An attack is no more than text at any moment of its arrival. */
export const Attack: Story = {
  args: { unsafe: textOf(demoScripts, 'image-exfiltration'), speed: 400 },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Complete'), {
      timeout: 10_000,
    })
    await expect(canvasElement.querySelector('img')).toBeNull()
    await expect(foreignRequests()).toEqual([])
  },
}
