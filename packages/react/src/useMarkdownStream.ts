'use client'

import { useEffect, useState } from 'react'
import { createMarkdownReader, type AskedText, type TextRead } from './readMarkdown.js'

/** Reads an untrusted text as it grows; gives the same objects for what did not change. */
export function useMarkdownStream(asked: AskedText): TextRead {
  const [reader] = useState(() => createMarkdownReader())
  const text = reader.read(asked)
  useEffect(() => reader.commit(text), [reader, text])
  return text
}
