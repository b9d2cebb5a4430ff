// What runs in the page: one renderer draws one document in chunks, or many stored messages at once. The measuring is done
// from outside, between `prepare…` and the end of `run`.
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'

/**
 * @typedef {{ write: (text: string, delta: string) => void, end: (text: string) => void }} OpenAnswer
 * @typedef {(container: HTMLElement) => OpenAnswer} OpenIn
 * @typedef {{ openAnswer: OpenIn } | { Answer: import('react').ComponentType<{ text: string, streaming: boolean }> }} Renderer
 */

/** @type {HTMLElement} */
let screen
let run = async () => ({ outcome: 'nothing prepared', chunks: 0 })

globalThis.bench = {
  /** Sets up the streaming of one text on an empty screen. */
  async prepareStream({ renderer, shown, text, chunkSize, seconds }) {
    const { openIn } = await load(renderer)
    screen = emptyScreen(shown)
    const answer = openIn(screen)
    run = () => stream({ answer, text, chunkSize, seconds })
  },
  /** Sets up the mounting of stored messages, all in one commit. */
  async prepareMount({ renderer, shown, texts }) {
    const { mountIn } = await load(renderer)
    screen = emptyScreen(shown)
    run = async () => {
      mountIn(screen, texts)
      await idle()
      return { outcome: 'drawn', chunks: texts.length }
    }
  },
  run: () => run(),
  text: () => screen.textContent,
}

async function stream({ answer, text, chunkSize, seconds }) {
  const deadline = performance.now() + seconds * 1000
  let sofar = ''
  let chunks = 0
  for (let at = 0; at < text.length; at += chunkSize) {
    const delta = text.slice(at, at + chunkSize)
    sofar += delta
    answer.write(sofar, delta)
    await idle()
    chunks += 1
    if (performance.now() > deadline) return { outcome: 'too slow', chunks }
  }
  answer.end(sofar)
  await idle()
  return { outcome: 'drawn', chunks }
}

/**
 * Resolves when React has nothing left to do: a background task runs after every message, timer of 0 ms and effect that the
 * chunk before it has set off.
 */
function idle() {
  return scheduler.postTask(() => {}, { priority: 'background' })
}

/** @param {boolean} shown without it nothing is laid out or painted, and what is left is script */
function emptyScreen(shown) {
  const empty = document.createElement('main')
  empty.hidden = !shown
  document.body.replaceChildren(empty)
  return empty
}

/**
 * Loads a renderer from its own bundle, so that what the others bring along is not in the page.
 * @param {string} name
 */
async function load(name) {
  const address = `./renderers/${name}.js`
  /** @type {Renderer} */
  const renderer = await import(address)
  return 'Answer' in renderer ? fromReact(renderer.Answer) : fromDom(renderer.openAnswer)
}

/** Each write is a commit of its own, done when it returns. */
function fromReact(Answer) {
  /** @type {OpenIn} */
  function openIn(container) {
    const root = createRoot(container)
    const draw = (text, streaming) =>
      flushSync(() => root.render(<Answer text={text} streaming={streaming} />))
    return { write: (text) => draw(text, true), end: (text) => draw(text, false) }
  }
  function mountIn(container, texts) {
    const messages = texts.map((text, index) => (
      <Answer key={index} text={text} streaming={false} />
    ))
    flushSync(() => createRoot(container).render(messages))
  }
  return { openIn, mountIn }
}

/** @param {OpenIn} openIn */
function fromDom(openIn) {
  function mountIn(container, texts) {
    for (const text of texts) {
      const message = container.appendChild(document.createElement('div'))
      const answer = openIn(message)
      answer.write(text, text)
      answer.end(text)
    }
  }
  return { openIn, mountIn }
}
