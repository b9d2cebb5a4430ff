import { Markdown } from 'markdown-to-jsx/react'

const whileStreaming = { optimizeForStreaming: true }
const whenStored = { optimizeForStreaming: false }

export function Answer({ text, streaming }) {
  return <Markdown options={streaming ? whileStreaming : whenStored}>{text}</Markdown>
}
