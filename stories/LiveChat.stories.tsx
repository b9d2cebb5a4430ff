import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, type within } from 'storybook/test'
import { foreignRequests } from './foreignRequests.js'
import { LiveChat } from './LiveChat.js'

/** Vite's server is there in `storybook dev` and in the tests, and not in the static build. */
const hasServer = import.meta.env.DEV

/** `useClaude` → `createProxy` → the double, on Storybook's own server. */
const meta = { component: LiveChat, args: { hasServer } } satisfies Meta<typeof LiveChat>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

async function ask(canvas: Canvas, prompt: string): Promise<void> {
  await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), prompt)
  await userEvent.click(canvas.getByRole('button', { name: 'Send' }))
}

async function waitForStatus(canvas: Canvas, status: string): Promise<void> {
  const isThere = () => expect(canvas.getByRole('status')).toHaveTextContent(status)
  await waitFor(isThere, { timeout: 30_000 })
}

export const Start: Story = {}

export const Answer: Story = {
  play: async ({ canvas }) => {
    if (!hasServer) return
    await ask(canvas, 'How many loaves fit in my oven each morning?')
    await expect(await canvas.findByText('48 loaves', {}, { timeout: 30_000 })).toBeVisible()
    await waitForStatus(canvas, 'idle')
  },
}

export const ToolCard: Story = {
  play: async ({ canvas }) => {
    if (!hasServer) return
    await ask(canvas, 'What is the weather on market days?')
    await waitForStatus(canvas, 'idle')
    await expect(canvas.getByRole('region', { name: 'Weather in Lindenau' })).toBeVisible()
  },
}

export const Attack: Story = {
  play: async ({ canvas, canvasElement }) => {
    if (!hasServer) return
    await ask(canvas, '#image-exfiltration')
    await waitForStatus(canvas, 'idle')
    await expect(canvas.getAllByRole('button', { name: /collect\.evil\.test/ })).not.toEqual([])
    await expect(canvasElement.querySelector('img')).toBeNull()
    await expect(foreignRequests()).toEqual([])
  },
}

/** A connection that falls silent, ended by the reader. */
export const Stopped: Story = {
  play: async ({ canvas }) => {
    if (!hasServer) return
    await ask(canvas, '#stall')
    await waitForStatus(canvas, 'streaming')
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }))
    await expect(await canvas.findByText('aborted')).toBeVisible()
  },
}

export const Failure: Story = {
  play: async ({ canvas }) => {
    if (!hasServer) return
    await ask(canvas, '#overloaded')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('overloaded')
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** What the static build shows instead. */
export const WithoutServer: Story = {
  args: { hasServer: false },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/files without a server/)).toBeVisible()
  },
}
