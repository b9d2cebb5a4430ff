// Draws one text as an app would, and waits until it is on the screen.
import { SafeMarkdown } from '@glovebox/react'
import '@glovebox/react/styles.css'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

globalThis.megabyte = {
  async draw(renderer, unsafe) {
    const root = createRoot(document.querySelector('main'))
    const text = renderer === 'pre' ? <pre>{unsafe}</pre> : <SafeMarkdown>{unsafe}</SafeMarkdown>
    flushSync(() => root.render(text))
    // The second frame begins when the first is laid out and painted.
    await nextFrame()
    await nextFrame()
  },
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}
