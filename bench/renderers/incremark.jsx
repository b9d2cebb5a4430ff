import { IncremarkContent } from '@incremark/react'

export function Answer({ text, streaming }) {
  return <IncremarkContent content={text} isFinished={!streaming} />
}
