import { demoScripts } from '@glovebox/proxy/demo'
import { SafeMessage, toolView } from '@glovebox/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { contentOf } from './scripts.js'
import { showWeather } from '../examples/chat/src/tools.js'
import { WeatherCard } from './WeatherCard.js'

const tools = [toolView(showWeather, WeatherCard)]

/** The content of a Messages API message, each block as the untrusted data it is. */
const meta = { component: SafeMessage, args: { tools } } satisfies Meta<typeof SafeMessage>
export default meta

type Story = StoryObj<typeof meta>

export const Text: Story = { args: { content: 'The shop opens at **seven**.' } }

export const Thinking: Story = {
  args: { content: contentOf(demoScripts, 'thinking') },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Thinking'))
    await expect(canvas.getByText(/The oven has two decks/)).toBeVisible()
  },
}

/** Sources are Claude's words too: their addresses are judged, their links ask. */
export const Citations: Story = {
  args: { content: contentOf(demoScripts, 'citations') },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Sources' })).toBeVisible()
  },
}

export const ToolCard: Story = {
  args: { content: contentOf(demoScripts, 'tool-card') },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Weather in Lindenau' })).toBeVisible()
  },
}

const call = { type: 'tool_use', id: 'toolu_1', name: 'show_weather', input: {} } as const

export const ToolPreparing: Story = {
  args: {
    content: [{ ...call, unsafeJson: '{"place": "Linde', complete: false }],
    streaming: true,
  },
}

/** Data that the schema refuses is not shown, only that there was some. */
export const ToolInvalid: Story = {
  args: {
    content: [{ ...call, unsafeJson: '{"place": "<img src=x>"}', complete: true }],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/did not have the expected form/)).toBeVisible()
  },
}

export const ToolTruncated: Story = {
  args: { content: [{ ...call, unsafeJson: '{"place": "Lindenau"', complete: false }] },
}

/** A tool that the app has no card for is named, its data is not shown. */
export const ToolWithoutCard: Story = {
  args: { content: [{ ...call, name: 'book_table', input: { seats: 2 } }] },
}

/** The API may add kinds of blocks at any time. */
export const UnknownBlock: Story = {
  args: { content: [{ type: 'hologram', data: '…' }] },
}

export const ThinkingInTheDark: Story = { ...Thinking, globals: { scheme: 'dark' } }

export const CitationsInTheDark: Story = { ...Citations, globals: { scheme: 'dark' } }

export const ToolCardInTheDark: Story = { ...ToolCard, globals: { scheme: 'dark' } }

export const ToolInvalidInTheDark: Story = { ...ToolInvalid, globals: { scheme: 'dark' } }
