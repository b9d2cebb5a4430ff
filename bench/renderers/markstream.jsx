import MarkdownRender from 'markstream-react'

/** Without pacing, batches by timer and placeholders: every chunk is on the screen before the next, as for the others. */
export function Answer({ text, streaming }) {
  return (
    <MarkdownRender
      content={text}
      final={!streaming}
      fade={false}
      smoothStreaming={false}
      batchRendering={false}
      deferNodesUntilVisible={false}
      maxLiveNodes={0}
    />
  )
}
