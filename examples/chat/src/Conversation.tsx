import {
  SafeMessage,
  toolView,
  type Chat,
  type ChatMessage,
  type ChatState,
  type OnBlocked,
} from '@glovebox/react'
import { useEffect, useRef } from 'react'
import { Failure } from './Failure.js'
import { showWeather } from './tools.js'
import { WeatherCard } from './WeatherCard.js'

const toolViews = [toolView(showWeather, WeatherCard)]

/** All turns, the newest in view, and what to do when one failed. */
export function Conversation({
  chat,
  onBlocked,
}: {
  readonly chat: Chat & ChatState
  readonly onBlocked: OnBlocked
}) {
  const end = useRef<HTMLDivElement>(null)
  const { messages, status, error } = chat
  const isStopped = status === 'idle' && messages.at(-1)?.outcome === 'aborted'
  // Whether the reader is at the end; one who scrolled up to read is left there.
  const followsEnd = useRef(true)
  useEffect(() => {
    if (status === 'sending') followsEnd.current = true
    if (followsEnd.current) end.current?.scrollIntoView({ block: 'end' })
  }, [messages, status])

  return (
    <div
      className="conversation"
      role="log"
      aria-label="Conversation"
      // It scrolls, so the keyboard has to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        followsEnd.current = scrollHeight - scrollTop - clientHeight < 80
      }}
    >
      {messages.length === 0 && (
        <p className="welcome">
          Ask Claude something. Whatever the answer says, it is shown as untrusted data: choose an
          attack on the left to see what becomes of it.
        </p>
      )}
      {messages.map((message) => (
        <Turn key={message.id} message={message} onBlocked={onBlocked} />
      ))}
      {status === 'sending' && <p className="waiting">Claude is thinking …</p>}
      {error !== null && (
        <Failure code={error.code} retryAt={error.retryAt} onRetry={() => void chat.retry()} />
      )}
      {isStopped && <Failure code="aborted" onRetry={() => void chat.retry()} />}
      <div ref={end} />
    </div>
  )
}

function Turn({
  message,
  onBlocked,
}: {
  readonly message: ChatMessage
  readonly onBlocked: OnBlocked
}) {
  const isUser = message.role === 'user'
  return (
    <article className={isUser ? 'turn turn-user' : 'turn'} aria-label={isUser ? 'You' : 'Claude'}>
      <SafeMessage
        content={message.content}
        streaming={message.status === 'streaming'}
        tools={toolViews}
        onBlocked={onBlocked}
      />
    </article>
  )
}
