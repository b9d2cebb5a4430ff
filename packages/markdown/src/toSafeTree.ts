import { createMarkdownStream } from './createMarkdownStream.js'
import type { Finding } from './finding.js'
import type { Policy } from './policy.js'
import type { SafeTree } from './safeTree.js'
import { joinBlocks } from './tree/joinBlocks.js'

/** How to draw one text. */
export interface SafeTreeOptions {
  readonly policy?: Policy
  /** Stands before every id; give each message of a page its own. Default `glovebox-`. */
  readonly idPrefix?: string
  /** The text still grows: what may change at its end is inert. */
  readonly streaming?: boolean
  readonly onFinding?: (finding: Finding) => void
}

/** Turns text Claude wrote into a tree that is safe to draw. Nothing throws, nothing is fetched. */
export function toSafeTree(unsafe: string, options: SafeTreeOptions = {}): SafeTree {
  const { policy, idPrefix, streaming = false, onFinding } = options
  const stream = createMarkdownStream({
    ...(policy === undefined ? {} : { policy }),
    ...(idPrefix === undefined ? {} : { idPrefix }),
  })
  stream.write(unsafe)
  if (!streaming) stream.end()
  if (onFinding !== undefined) for (const finding of stream.findings) onFinding(finding)
  return joinBlocks(stream.blocks)
}
