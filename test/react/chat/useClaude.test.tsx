import { useClaude, type Chat, type ChatOptions, type ChatState } from '@glovebox/react'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, fakeFetch, live, settle, start, text } from './sse.js'

afterEach(cleanup)

interface ConversationProps extends Partial<ChatOptions> {
  readonly onRender?: (chat: Chat & ChatState) => void
}

function Conversation({ onRender, ...options }: ConversationProps) {
  const chat = useClaude({ endpoint: '/api', throttleMs: 0, ...options })
  onRender?.(chat)
  return (
    <main>
      <button onClick={() => void chat.send('Hi')}>Send</button>
      <button onClick={chat.stop}>Stop</button>
      <output>{chat.status}</output>
      {chat.error !== null && <p role="alert">{chat.error.message}</p>}
      {chat.messages.map(({ id, content }) => (
        <article key={id}>
          {content.map((block) => ('text' in block ? String(block.text) : ''))}
        </article>
      ))}
    </main>
  )
}

function articles() {
  return screen.queryAllByRole('article').map(({ textContent }) => textContent)
}

describe('useClaude', () => {
  it('shows the answer', async () => {
    const { fetch } = fakeFetch(answer(text(0, 'Hel', 'lo')))
    render(<Conversation fetch={fetch} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await screen.findByText('Hello')
    expect([articles(), screen.getByRole('status').textContent]).toEqual([['Hi', 'Hello'], 'idle'])
  })

  it('shows the answer once in strict mode', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'Hello')))
    render(
      <StrictMode>
        <Conversation fetch={fetch} />
      </StrictMode>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await screen.findByText('Hello')
    expect([articles(), asked.length]).toEqual([['Hi', 'Hello'], 1])
  })

  it('sends to this page’s origin', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'Hello')))
    render(<Conversation fetch={fetch} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(asked[0]?.url).toBe(`${location.origin}/api`)
  })

  it('shows a fixed text for a failure', async () => {
    const { fetch } = fakeFetch(new Response('<h1>internal</h1>', { status: 502 }))
    render(<Conversation fetch={fetch} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toBe('The service behind this app failed')
  })

  it('stops by the button', async () => {
    const { response, push, isCancelled } = live()
    const { fetch } = fakeFetch(response)
    render(<Conversation fetch={fetch} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await act(() => push(start, ...text(0, 'Hel')))
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
    await act(settle)
    expect([articles(), isCancelled()]).toEqual([['Hi', 'Hel'], true])
  })

  it('ends the request when it unmounts', async () => {
    const { response, push, isCancelled } = live()
    const { fetch, asked } = fakeFetch(response)
    const { unmount } = render(<Conversation fetch={fetch} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await act(() => push(start, ...text(0, 'Hel')))
    unmount()
    await settle()
    expect([asked[0]?.init.signal?.aborted, isCancelled()]).toEqual([true, true])
  })

  it('keeps its methods, and itself while nothing changes', () => {
    const seen: (Chat & ChatState)[] = []
    const onRender = (chat: Chat & ChatState) => void seen.push(chat)
    const { rerender } = render(<Conversation onRender={onRender} />)
    rerender(<Conversation onRender={onRender} />)
    expect([seen.length, new Set(seen).size]).toEqual([2, 1])
  })

  it('calls the callbacks and headers of the latest render', async () => {
    const { fetch, asked } = fakeFetch(answer(text(0, 'Hello')))
    const first = vi.fn<() => void>()
    const second = vi.fn<() => void>()
    const { rerender } = render(
      <Conversation fetch={fetch} onFinish={first} headers={{ 'x-csrf': '1' }} />,
    )
    rerender(<Conversation fetch={fetch} onFinish={second} headers={{ 'x-csrf': '2' }} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await screen.findByText('Hello')
    expect([first.mock.calls.length, second.mock.calls.length, asked[0]?.init.headers]).toEqual([
      0,
      1,
      expect.objectContaining({ 'x-csrf': '2' }),
    ])
  })

  it('renders on a server and hydrates without a difference', async () => {
    const initialMessages = [{ role: 'assistant', content: 'How can I help?' }] as const
    const element = <Conversation initialMessages={initialMessages} />
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(element)
    const onRecoverableError = vi.fn<(error: unknown) => void>()
    const root = await act(() => hydrateRoot(container, element, { onRecoverableError }))
    expect([articles(), onRecoverableError.mock.calls]).toEqual([['How can I help?'], []])
    await act(() => root.unmount())
    container.remove()
  })

  it.each([
    { name: 'a foreign endpoint', unsafe: { endpoint: 'https://evil.test/' } },
    { name: 'a key in its headers', unsafe: { headers: { 'x-api-key': 'x' } } },
  ])('does not render with $name', ({ unsafe }) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Conversation {...unsafe} />)).toThrow('Cannot create chat')
    log.mockRestore()
  })
})
