import { definePolicy, type Policy } from '@glovebox/markdown'
import { SafeMarkdown } from '@glovebox/react'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(cleanup)

/** Presses the link of a text and gives what the question says of it. */
async function notesOf(unsafe: string, policy?: Policy): Promise<readonly (string | null)[]> {
  render(<SafeMarkdown policy={policy}>{unsafe}</SafeMarkdown>)
  await userEvent.click(screen.getByRole('link'))
  const notes = screen.getByRole('dialog').querySelectorAll('.glovebox-warning')
  return [...notes].map((note) => note.textContent)
}

describe('the question before a link says', () => {
  it.each([
    { name: 'nothing of a page', unsafe: '[x](https://a.test/guide)', notes: [] },
    {
      name: 'how much data its path carries',
      unsafe: '[x](https://a.test/c2VjcmV0IHRva2VuIDEyMzQ1Njc4)',
      notes: [/carries 28 characters of data/],
    },
    {
      name: 'how much data the name of its host carries',
      unsafe: '[x](https://nbswy3dpfqqho33snrscc3lq.a.test/)',
      notes: [/carries 24 characters of data/],
    },
    {
      name: 'what its host is called in letters',
      unsafe: '[x](https://münchen.test/)',
      notes: [/In letters the site is called münchen\.test/],
    },
    {
      name: 'that its host only looks Latin',
      unsafe: '[x](https://аррӏе.com/)',
      notes: [/suggest another site/, /called аррӏе\.com/, /several alphabets/],
    },
    {
      name: 'that it starts a mail',
      unsafe: '[x](mailto:a@b.test)',
      notes: [/a mail to one address\./],
    },
    {
      name: 'who else gets a mail',
      unsafe: '[x](mailto:a@b.test,c@d.test?bcc=e@f.test)',
      notes: [/a mail to 3 addresses, with more filled in/],
    },
    { name: 'that it starts a call', unsafe: '[x](tel:+4990012345)', notes: [/starts a call/] },
  ])('$name', async ({ unsafe, notes }) => {
    expect(await notesOf(unsafe)).toEqual(notes.map((note) => expect.stringMatching(note)))
  })

  it('that it starts a program, where the app has named its scheme', async () => {
    const policy = definePolicy({ links: { schemes: ['https', 'vscode'] } })
    expect(await notesOf('[x](vscode://file/a)', policy)).toEqual([
      'It starts a program on this device (vscode).',
    ])
  })
})

describe('an image that is asked for', () => {
  const unsafe = '![a map](https://a.test/c2VjcmV0IHRva2VuIDEyMzQ1Njc4.png)'

  it('says beforehand what its address carries', () => {
    render(<SafeMarkdown>{unsafe}</SafeMarkdown>)
    const button = screen.getByRole('button', { name: 'Load image from a.test' })
    const note = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(note?.textContent).toMatch(/carries \d+ characters of data/)
  })

  it('says nothing of an address that carries nothing', () => {
    render(<SafeMarkdown>{'![a map](https://a.test/map.png)'}</SafeMarkdown>)
    expect(screen.getByRole('button').hasAttribute('aria-describedby')).toBe(false)
  })

  it('keeps the focus where its button was', async () => {
    render(<SafeMarkdown>{unsafe}</SafeMarkdown>)
    await userEvent.click(screen.getByRole('button'))
    expect(document.activeElement).toBe(screen.getByRole('img', { name: 'a map' }))
  })

  it('says that it could not be loaded, and keeps its words', async () => {
    render(<SafeMarkdown>{unsafe}</SafeMarkdown>)
    await userEvent.click(screen.getByRole('button'))
    fireEvent.error(screen.getByRole('img'))
    expect(document.querySelector('[data-blocked="image"]')?.textContent).toBe(
      'a map (a.test)The image from a.test could not be loaded.',
    )
  })

  it('goes at once where a policy is tightened', async () => {
    const { rerender } = render(<SafeMarkdown>{unsafe}</SafeMarkdown>)
    await userEvent.click(screen.getByRole('button'))
    rerender(
      <SafeMarkdown policy={definePolicy({ images: { otherwise: 'text' } })}>
        {unsafe}
      </SafeMarkdown>,
    )
    expect([document.querySelector('img'), screen.queryByRole('button')]).toEqual([null, null])
  })

  it('is asked for again after it has left the screen', async () => {
    const { rerender } = render(<SafeMarkdown key="1">{unsafe}</SafeMarkdown>)
    await userEvent.click(screen.getByRole('button'))
    rerender(<SafeMarkdown key="2">{unsafe}</SafeMarkdown>)
    expect(screen.getByRole('button', { name: /^Load image/ })).toBeDefined()
  })
})
