'use client'

import { useInsertionEffect, useState } from 'react'
import { createMarkdownReader, type AskedText, type TextRead } from './readMarkdown.js'

/** Reads an untrusted text as it grows; gives the same objects for what did not change. */
export function useMarkdownStream(asked: AskedText): TextRead {
  const [reader] = useState(() => createMarkdownReader())
  const text = reader.read(asked)
  // Not a passive effect: React would plan a task of its own for it after every piece of the text.
  useInsertionEffect(() => reader.commit(text), [reader, text])
  return text
}
