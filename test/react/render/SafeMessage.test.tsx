import type { ContentBlock } from '@glovebox/schema/protocol'
import { SafeMarkdown, SafeMessage, toolView } from '@glovebox/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'

afterEach(cleanup)

const tool = { name: 'weather', input: z.object({ city: z.string(), degrees: z.number() }) }
const weather = toolView(tool, ({ value }) => (
  <p>
    {value.city}: {value.degrees}°
  </p>
))
const call = { type: 'tool_use', id: 't1', name: 'weather', input: {} } as const

function cite(url: string, title: string, cited_text: string) {
  return { type: 'web_search_result_location', url, title, cited_text }
}

describe('SafeMessage', () => {
  it('joins the text blocks the API cut a sentence into', () => {
    const content = [
      { type: 'text', text: 'The grass is ' },
      { type: 'text', text: '**green**.' },
    ]
    const { container } = render(<SafeMessage content={content} />)
    expect(container.querySelector('p')?.textContent).toBe('The grass is green.')
  })

  it('lists what a text cites, with judged addresses and hidden characters marked', () => {
    const citations = [
      cite('https://a.test/1', 'First\u202e', 'quoted'),
      cite('https://a.test/1', 'First\u202e', 'quoted'),
      cite('javascript:alert(1)', 'Second', ''),
    ]
    render(<SafeMessage content={[{ type: 'text', text: 'x', citations }]} />)
    const sources = screen.getByRole('region', { name: 'Sources' })
    expect([
      within(sources)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
      within(sources)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ]).toEqual([['FirstU+202E (a.test)quoted', 'Second (address blocked)'], ['https://a.test/1']])
  })

  it('says in the question that the title of a source names another host', async () => {
    const user = userEvent.setup()
    const citations = [cite('https://evil.test/', 'Welcome to bank.com', '')]
    render(<SafeMessage content={[{ type: 'text', text: 'x', citations }]} />)
    await user.click(screen.getByRole('link', { name: 'Welcome to bank.com' }))
    const note = within(screen.getByRole('dialog')).getByText(/suggest another site/)
    expect(note.textContent).toContain('It goes to evil.test.')
  })

  it('asks before a source is opened', async () => {
    const user = userEvent.setup()
    const content = [
      {
        type: 'web_search_tool_result',
        tool_use_id: 's1',
        content: [{ type: 'web_search_result', url: 'https://a.test/', title: 'A' }],
      },
    ]
    render(<SafeMessage content={content} />)
    await user.click(screen.getByRole('link', { name: 'A' }))
    expect(screen.getByRole('dialog', { name: 'Open this link?' }).textContent).toContain('a.test')
  })

  it('shows one question when a link in its text is used', async () => {
    const user = userEvent.setup()
    render(<SafeMessage content="[x](https://a.test/)" />)
    await user.click(screen.getByRole('link'))
    expect(screen.getAllByRole('dialog').length).toBe(1)
  })

  it('folds thinking away and says where some is not shown', () => {
    const content = [
      { type: 'thinking', thinking: 'hmm ![x](https://evil.test/)' },
      { type: 'redacted_thinking', data: 'abc' },
    ]
    const { container } = render(<SafeMessage content={content} />)
    const details = container.querySelector('details')
    expect([
      details?.open,
      details?.querySelector('summary')?.textContent,
      details?.querySelector('img'),
      screen.getByText('A part of the thinking is not shown.').tagName,
    ]).toEqual([false, 'Thinking', null, 'P'])
  })

  const calls = [
    {
      name: 'a card of validated data',
      block: { ...call, unsafeJson: '{"city":"Oslo","degrees":4}', complete: true },
      streaming: false,
      safe: 'Oslo: 4°',
    },
    {
      name: 'a card of an input without its text',
      block: { ...call, input: { city: 'Oslo', degrees: 4 } },
      streaming: false,
      safe: 'Oslo: 4°',
    },
    {
      name: 'that an open call is prepared',
      block: { ...call, unsafeJson: '{"city":"Oslo","degrees":4}', complete: false },
      streaming: true,
      safe: 'Preparing weather …',
    },
    {
      name: 'no card while the message may still turn out to be cut',
      block: { ...call, unsafeJson: '{"city":"Oslo","degrees":4}', complete: true },
      streaming: true,
      safe: 'Preparing weather …',
    },
    {
      name: 'no data that the schema refuses',
      block: { ...call, unsafeJson: '{"city":"Oslo","degrees":"4"}', complete: true },
      streaming: false,
      safe: 'The data for weather did not have the expected form, so it is not shown.',
    },
    {
      name: 'no data that was cut off, also where it parses',
      block: { ...call, unsafeJson: '{"city":"Oslo","degrees":4}', complete: false },
      streaming: false,
      safe: 'The data for weather is incomplete, so it is not shown.',
    },
    {
      name: 'a tool without a card by its name, made visible',
      block: { ...call, name: 'other\u200b' },
      streaming: false,
      safe: 'Used otherU+200B',
    },
  ]
  it.each(calls)('shows $name', ({ block, streaming, safe }) => {
    const { container } = render(
      <SafeMessage content={[block]} tools={[weather]} streaming={streaming} />,
    )
    expect(container.textContent).toBe(safe)
  })

  it('replaces a card that throws by a line in words', () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = toolView(tool, () => {
      throw new Error('Broken card')
    })
    const block = { ...call, input: { city: 'Oslo', degrees: 4 } }
    render(<SafeMessage content={[block, { type: 'text', text: 'after' }]} tools={[broken]} />)
    errors.mockRestore()
    expect([
      screen.getByText('The card for weather could not be drawn.').tagName,
      screen.getByText('after').tagName,
    ]).toEqual(['P', 'P'])
  })

  it('meets a link in a card that draws its own text', async () => {
    const user = userEvent.setup()
    const prose = toolView({ name: 'weather', input: z.object({ note: z.string() }) }, (props) => (
      <SafeMarkdown>{props.value.note}</SafeMarkdown>
    ))
    const block = { ...call, input: { note: '[x](https://a.test/)' } }
    render(<SafeMessage content={[block]} tools={[prose]} />)
    await user.click(screen.getByRole('link'))
    expect(screen.getAllByRole('dialog').length).toBe(1)
  })

  it('shows one neutral line for a block of an unknown kind or a broken one', () => {
    const content = [
      { type: 'hologram', html: '<img src=x>' },
      { type: 'text', text: 7 },
    ]
    render(<SafeMessage content={content} />)
    expect(screen.getAllByText('This part of the message cannot be shown here.').length).toBe(2)
  })

  it('draws the rest of a stored message in which a block is no block', () => {
    const stored: ContentBlock[] = JSON.parse('[null, 7, "x", {"type":"text","text":"kept"}]')
    const { container } = render(<SafeMessage content={stored} />)
    expect(container.textContent).toContain('kept')
  })

  it('says that a search failed without the text of the failure', () => {
    const content = [
      {
        type: 'web_search_tool_result',
        tool_use_id: 's1',
        content: { type: 'web_search_tool_result_error', error_code: 'unsafe words' },
      },
    ]
    const { container } = render(<SafeMessage content={content} />)
    expect(container.textContent).toBe('The search gave no result.')
  })
})
