import { GloveboxProvider, SafeMarkdown, type Labels } from '@glovebox/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'

const german: Partial<Labels> = {
  openLink: 'Diesen Link öffnen?',
  linkGoesTo: 'Er verlässt diese App und führt zu:',
  open: 'Öffnen',
  copyAddress: 'Adresse kopieren',
  cancel: 'Abbrechen',
  rememberHost: (host) => `In diesem Gespräch für ${host} nicht mehr fragen`,
  payloadNote: (characters) => `Die Adresse trägt ${characters} Zeichen hinter dem Rechnernamen.`,
  loadImage: (host) => `Bild von ${host} laden`,
}

/** Policy, labels and origin for everything below it. */
const meta = {
  component: GloveboxProvider,
  args: {
    children: (
      <SafeMarkdown>
        {'Die [Öffnungszeiten](https://bakery.example/hours).\n\n' +
          '![Der Laden](https://images.example/shop.png)'}
      </SafeMarkdown>
    ),
  },
} satisfies Meta<typeof GloveboxProvider>
export default meta

type Story = StoryObj<typeof meta>

export const EnglishLabels: Story = {}

export const GermanLabels: Story = {
  args: { labels: german },
  play: async ({ canvas, canvasElement }) => {
    await expect(
      canvas.getByRole('button', { name: 'Bild von images.example laden' }),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('link', { name: 'Öffnungszeiten' }))
    const page = within(canvasElement.ownerDocument.body)
    await expect(await page.findByRole('dialog', { name: 'Diesen Link öffnen?' })).toBeVisible()
  },
}

/** A link to the app's own origin asks nothing, here one that names the app's origin in full. */
export const OwnOrigin: Story = {
  args: { origin: 'https://bakery.example' },
  play: async ({ canvas, canvasElement }) => {
    // Only whether it asks is of interest; the link itself would leave the story.
    canvasElement.addEventListener('click', (event) => event.preventDefault())
    await userEvent.click(canvas.getByRole('link', { name: 'Öffnungszeiten' }))
    await expect(within(canvasElement.ownerDocument.body).queryByRole('dialog')).toBeNull()
  },
}
