import { SafeMarkdown, SafeMessage } from '@glovebox/react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'

declare global {
  interface Window {
    draw: (unsafe: string) => void
    drawMessage: (content: Parameters<typeof SafeMessage>[0]['content']) => void
  }
}

const root = createRoot(document.body)

window.draw = (unsafe) => flushSync(() => root.render(<SafeMarkdown>{unsafe}</SafeMarkdown>))
window.drawMessage = (content) => flushSync(() => root.render(<SafeMessage content={content} />))
