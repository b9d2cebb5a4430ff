import { GloveboxProvider, useClaude, type Finding } from '@glovebox/react'
import { useCallback, useState } from 'react'
import { Composer } from './Composer.js'
import { Conversation } from './Conversation.js'
import { PromptRail } from './PromptRail.js'
import { SidePanel } from './SidePanel.js'
import { tools } from './tools.js'

/** The whole page: ready prompts, the conversation, and what happened behind it. */
export function App() {
  const chat = useClaude({ endpoint: '/api/claude', tools })
  const [blocked, setBlocked] = useState<readonly Finding[]>([])
  const onBlocked = useCallback((findings: readonly Finding[]) => {
    setBlocked((earlier) => [...earlier, ...findings].slice(-200))
  }, [])
  const isBusy = chat.status === 'sending' || chat.status === 'streaming'

  function clear() {
    chat.clear()
    setBlocked([])
  }

  return (
    <GloveboxProvider origin={window.location.origin}>
      <div className="app">
        <header className="app-header">
          <h1>Glovebox chat</h1>
          <button type="button" onClick={clear} disabled={chat.messages.length === 0}>
            New conversation
          </button>
        </header>
        <PromptRail disabled={isBusy} onChoose={(prompt) => void chat.send(prompt)} />
        <main className="app-main">
          <Conversation chat={chat} onBlocked={onBlocked} />
          <Composer isBusy={isBusy} onSend={(text) => void chat.send(text)} onStop={chat.stop} />
        </main>
        <SidePanel blocked={blocked} />
      </div>
    </GloveboxProvider>
  )
}
