import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Report } from './Report.js'

const whole = {
  title: 'Three days in Lindenau',
  summary: 'By **train** along the river. See the [timetable](https://trains.test/lindenau).',
  steps: [
    { type: 'train', from: 'Leipzig', to: 'Lindenau' },
    { type: 'stay', nights: 2, hotel: 'Zur Alten Mühle' },
  ],
  budget: 'Low',
  source: 'https://travel.test/guides/lindenau',
}
const unsafeJson = JSON.stringify(whole)

/** A structured output, drawn while it arrives: closed parts by your components, the rest field by field. */
const meta = {
  component: Report,
  args: { unsafeJson, speed: 20_000 },
} satisfies Meta<typeof Report>
export default meta

type Story = StoryObj<typeof meta>

export const Valid: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Zur Alten Mühle')).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'timetable' })).toBeVisible()
    await expect(canvas.getByRole('link', { name: whole.source })).toBeVisible()
  },
}

/** Texts grow as they come; a part with a component of its own waits until it is valid. */
export const Open: Story = {
  args: { speed: 60 },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('Trip')).toBeVisible()
    await expect(canvasElement.querySelector('[aria-busy="true"]')).not.toBeNull()
  },
}

/** What was certain stays, and the end says that it is none. */
export const Truncated: Story = {
  args: { unsafeJson: unsafeJson.slice(0, 210), stopReason: 'max_tokens' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent('it became longer than allowed'),
    )
    await expect(canvas.getByText('Trip')).toBeVisible()
  },
}

/** Nothing of it is shown: the reasons name places and rules, never what Claude wrote. */
export const Invalid: Story = {
  args: { unsafeJson: unsafeJson.replace('"nights":2', '"nights":"<b>two</b>"') },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('expected form'))
    await expect(canvasElement).not.toHaveTextContent('two')
  },
}

/** Plain fields stay plain, whatever is written in them; an address that must not be one is refused. */
export const Hostile: Story = {
  args: {
    unsafeJson: JSON.stringify({
      ...whole,
      title: '<img src=https://evil.test/a> ![x](https://evil.test/b) \u202etxt.exe',
      summary: '![x](https://evil.test/c)',
    }),
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('U+202E', { exact: false })).toBeVisible()
    await expect(canvasElement.querySelector('img')).toBeNull()
  },
}

export const ValidInTheDark: Story = { ...Valid, globals: { scheme: 'dark' } }

export const InvalidInTheDark: Story = { ...Invalid, globals: { scheme: 'dark' } }

export const TruncatedInTheDark: Story = { ...Truncated, globals: { scheme: 'dark' } }
