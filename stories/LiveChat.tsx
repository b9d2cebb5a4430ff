import { GloveboxProvider, SafeMessage, toolView, useClaude } from '@glovebox/react'
import { useState, type SubmitEvent } from 'react'
import { useForeignRequests } from './foreignRequests.js'
import { showWeather } from '../examples/chat/src/tools.js'
import { WeatherCard } from './WeatherCard.js'

const tools = [showWeather]
const toolViews = [toolView(showWeather, WeatherCard)]

/** A whole chat through the real proxy and the double, as far as Storybook has a server. */
export function LiveChat({ hasServer = true }: { readonly hasServer?: boolean }) {
  if (hasServer) return <Chat />
  return (
    <p>
      This is a built Storybook: files without a server, so there is no <code>/api/claude</code> to
      talk to. Start <code>pnpm storybook</code> to try the chat.
    </p>
  )
}

function Chat() {
  const chat = useClaude({ endpoint: '/api/claude', tools })
  const requests = useForeignRequests()
  const [text, setText] = useState('')
  const isBusy = chat.status === 'sending' || chat.status === 'streaming'

  function send(event: SubmitEvent) {
    event.preventDefault()
    void chat.send(text)
    setText('')
  }

  return (
    <GloveboxProvider origin={location.origin}>
      <output className="story-note">
        {chat.status}, requests to other origins: {requests.length}
      </output>
      {chat.messages.map(({ id, role, content, status, outcome }) => (
        <article key={id} className="story-turn" aria-label={role === 'user' ? 'You' : 'Claude'}>
          <SafeMessage content={content} streaming={status === 'streaming'} tools={toolViews} />
          {outcome !== undefined && <small>{outcome}</small>}
        </article>
      ))}
      {chat.error !== null && (
        <p role="alert">
          {chat.error.code}{' '}
          <button type="button" onClick={() => void chat.retry()}>
            Try again
          </button>
        </p>
      )}
      <form className="story-controls" onSubmit={send}>
        <label>
          Message{' '}
          <input value={text} onChange={(event) => setText(event.currentTarget.value)} size={40} />
        </label>
        {isBusy ? (
          <button type="button" onClick={chat.stop}>
            Stop
          </button>
        ) : (
          <button type="submit">Send</button>
        )}
      </form>
    </GloveboxProvider>
  )
}
