'use client'

import { revealHidden } from '@glovebox/markdown'
import { Fragment, type ReactNode } from 'react'
import { useLabels } from './settings.js'

/** Marks drawn for one text; a text with more is an attack on the page, not a message. */
const mostMarks = 500

/** Draws plain untrusted text with its hidden characters made visible. */
export function RevealedText({ children: unsafe }: { readonly children: string }) {
  const labels = useLabels()
  const parts: ReactNode[] = []
  let marks = 0
  let unmarked = 0
  let seen = ''
  const flush = () => {
    if (seen !== '') parts.push(<Fragment key={parts.length}>{seen}</Fragment>)
    seen = ''
  }
  for (const segment of revealHidden(unsafe)) {
    if ('text' in segment) {
      seen += segment.text
      continue
    }
    for (const code of segment.codes) {
      if (marks === mostMarks) {
        unmarked += 1
        continue
      }
      flush()
      marks += 1
      const name = 'U+' + code.toString(16).toUpperCase().padStart(4, '0')
      parts.push(
        <span key={parts.length} data-marked-char={name}>
          {name}
        </span>,
      )
    }
  }
  flush()
  return (
    <>
      {parts}
      {unmarked > 0 && <span className="glovebox-note"> {labels.moreHidden(unmarked)}</span>}
    </>
  )
}
