import type { Finding } from '@glovebox/markdown'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { createElement, Fragment } from 'react'
import { paths, type PathName } from './paths.js'
import { note } from './watch.js'

/** One place of the page where a text is drawn again and again. */
export interface Screen {
  readonly element: HTMLElement
  /** Everything reported since the text is a new one. */
  readonly findings: readonly Finding[]
  /** Draws at once, and gives how long it took, layout included, in milliseconds. */
  readonly draw: (text: string, streaming: boolean) => number
  /** Says that the next text is another one. */
  readonly clear: () => void
  readonly close: () => void
}

/** Opens a place for one of the paths; what React catches is noted too: no text may throw at all. */
export function openScreen(path: PathName): Screen {
  const element = document.createElement('div')
  document.body.append(element)
  const root = createRoot(element, {
    identifierPrefix: 'm',
    onCaughtError: (error) => note(`caught ${String(error)}`),
    onUncaughtError: (error) => note(`uncaught ${String(error)}`),
    onRecoverableError: (error) => note(`recovered ${String(error)}`),
  })
  let findings: Finding[] = []
  let key = 0
  const onBlocked = (found: readonly Finding[]) => findings.push(...found)
  return {
    element,
    get findings() {
      return findings
    },
    draw(text, streaming) {
      const start = performance.now()
      const drawn = paths[path]({ text, streaming, onBlocked })
      flushSync(() => root.render(createElement(Fragment, { key }, drawn)))
      void element.offsetHeight
      return performance.now() - start
    },
    clear() {
      key += 1
      findings = []
    },
    close() {
      flushSync(() => root.unmount())
      element.remove()
    },
  }
}
