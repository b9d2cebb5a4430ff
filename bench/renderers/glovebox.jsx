import { definePolicy } from '@glovebox/markdown'
import { SafeMarkdown } from '@glovebox/react'

// The longest document is longer than the default limit; behind it the text would be plain and cost next to nothing.
const policy = definePolicy({ limits: { length: 1_000_000 } })

export function Answer({ text, streaming }) {
  return (
    <SafeMarkdown streaming={streaming} policy={policy}>
      {text}
    </SafeMarkdown>
  )
}
