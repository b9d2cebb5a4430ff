import { toSafeTree, type Finding } from '@glovebox/markdown'
import { demoScripts } from '@glovebox/proxy/demo'
import { Findings, GloveboxProvider } from '@glovebox/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { textOf } from './scripts.js'

/** What was blocked, exposed or cut, with reasons; for `onBlocked` and `stream.findings`. */
const meta = { component: Findings } satisfies Meta<typeof Findings>
export default meta

type Story = StoryObj<typeof meta>

const all = ['image-exfiltration', 'deceptive-link', 'raw-html', 'hidden-text'].flatMap((name) =>
  findingsOf(textOf(demoScripts, name)),
)

export const OfAttacks: Story = {
  args: { findings: all },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('list', { name: /things blocked or exposed$/ })).toBeVisible()
  },
}

/** The rest is a number: a hostile text has as many as it likes. */
export const MoreThanListed: Story = {
  args: { findings: all, most: 3 },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(`and ${all.length - 3} more`)).toBeVisible()
  },
}

/** Nothing is drawn. */
export const None: Story = {
  args: { findings: [] },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.textContent).toBe('')
  },
}

export const GermanLabels: Story = {
  args: { findings: findingsOf('![Laden](https://images.example/shop.png)') },
  decorators: [
    (Story) => (
      <GloveboxProvider
        labels={{
          findings: (count) => `Blockiert oder aufgedeckt: ${count}`,
          findingKind: () => 'Bild nicht geladen',
          findingReason: () => 'die Adresse ist nicht erlaubt',
        }}
      >
        <Story />
      </GloveboxProvider>
    ),
  ],
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('list')).toHaveAccessibleName('Blockiert oder aufgedeckt: 1')
  },
}

function findingsOf(unsafe: string): readonly Finding[] {
  const findings: Finding[] = []
  toSafeTree(unsafe, { onFinding: (finding) => findings.push(finding) })
  return findings
}

export const OfAttacksInTheDark: Story = { ...OfAttacks, globals: { scheme: 'dark' } }
