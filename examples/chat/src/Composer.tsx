import { useState, type KeyboardEvent } from 'react'

/** Where a question is written. Enter sends, Shift+Enter begins a new line. */
export function Composer({
  isBusy,
  onSend,
  onStop,
}: {
  readonly isBusy: boolean
  readonly onSend: (text: string) => void
  readonly onStop: () => void
}) {
  const [text, setText] = useState('')
  const canSend = !isBusy && text.trim() !== ''

  function send() {
    if (!canSend) return
    onSend(text)
    setText('')
  }

  function onKeyDown(event: KeyboardEvent) {
    // An input method's own Enter takes a suggestion and must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className="visually-hidden" htmlFor="question">
        Your message
      </label>
      <textarea
        id="question"
        rows={2}
        placeholder="Ask something, or choose a prompt"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isBusy ? (
        <button type="button" onClick={onStop}>
          Stop
        </button>
      ) : (
        <button type="submit" className="primary" disabled={!canSend}>
          Send
        </button>
      )}
    </form>
  )
}
