import { SafeMarkdown, SafeMessage } from '@glovebox/react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'

declare global {
  interface Window {
    draw: (unsafe: string) => void
    drawMessage: (content: Parameters<typeof SafeMessage>[0]['content']) => void
    takeOver: (unsafe: string) => void
  }
}

const root = createRoot(document.body)

window.draw = (unsafe) => flushSync(() => root.render(<SafeMarkdown>{unsafe}</SafeMarkdown>))
window.drawMessage = (content) => flushSync(() => root.render(<SafeMessage content={content} />))

/** Draws a text as a server does, behind what is there, and lets a root of its own take it over. */
window.takeOver = (unsafe) => {
  const drawn = <SafeMarkdown>{unsafe}</SafeMarkdown>
  const box = document.createElement('section')
  box.innerHTML = renderToString(drawn)
  document.body.append(box)
  hydrateRoot(box, drawn)
}
