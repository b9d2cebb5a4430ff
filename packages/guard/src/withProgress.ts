import type { FolderContents } from './readFolders.js'

/** Where progress is shown: standard error, so that a report can go elsewhere. */
export type Screen = {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

/** Files that tell how far their reading is. */
export type Progress = {
  readonly contents: FolderContents
  /** Takes what is shown off the screen. */
  readonly clear: () => void
}

/** Milliseconds between two drawings. */
const pace = 100

/** Shows on a terminal how many of the files have been begun, as they are read in their order; elsewhere nothing. */
export function withProgress(contents: FolderContents, screen: Screen): Progress {
  if (screen.isTTY !== true) return { contents, clear: () => undefined }
  const { files, passedOver } = contents
  let begun = 0
  let drawnAt = 0
  const tell = (index: number): void => {
    // Another thread may have begun those before it.
    begun = Math.max(begun, index + 1)
    const now = Date.now()
    if (now - drawnAt < pace) return
    drawnAt = now
    screen.write(`\r\u001b[K${begun} of ${files.length} files`)
  }
  const told = files.map(({ name, chunks }, index) => ({
    name,
    chunks: {
      *[Symbol.iterator]() {
        tell(index)
        yield* chunks
      },
    },
  }))
  return { contents: { passedOver, files: told }, clear: () => screen.write('\r\u001b[K') }
}
