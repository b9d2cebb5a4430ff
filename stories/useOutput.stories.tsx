import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Forecast } from './Forecast.js'

const unsafeJson = JSON.stringify({
  place: 'Lindenau',
  summary: 'A bright start, then showers.',
  days: [
    { day: 'Monday', high: 19, low: 9, condition: 'sunny' },
    { day: 'Tuesday', high: 17, low: 10, condition: 'cloudy' },
    { day: 'Wednesday', high: 13, low: 8, condition: 'rainy' },
  ],
})

/** Structured output by `useOutput`: a value is only there to use once all of it is valid. */
const meta = {
  component: Forecast,
  args: { unsafeJson, speed: 4000 },
} satisfies Meta<typeof Forecast>
export default meta

type Story = StoryObj<typeof meta>

export const Open: Story = {
  args: { speed: 10 },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Status: open')
    await expect(canvas.queryByRole('region')).toBeNull()
  },
}

export const Valid: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region', { name: 'Weather in Lindenau' })).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent('Status: valid')
  },
}

/** What goes back to Claude names paths and rules, never values. */
export const Invalid: Story = {
  args: { unsafeJson: unsafeJson.replace('19', '"<b>hot</b>"') },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Status: invalid'))
    await expect(canvasElement).not.toHaveTextContent('hot')
  },
}

/** Text that was cut at a limit is never valid, even where it would parse. */
export const Truncated: Story = {
  args: { stopReason: 'max_tokens' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Status: truncated'))
    await expect(canvas.queryByRole('region')).toBeNull()
  },
}
