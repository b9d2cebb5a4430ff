import { SafeMarkdown } from '@glovebox/react'

export function Answer({ text, streaming }) {
  return <SafeMarkdown streaming={streaming}>{text}</SafeMarkdown>
}
