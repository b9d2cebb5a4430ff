import type { FolderContents } from './readFolders.js'

/** Where progress is shown: standard error, so that a report can go elsewhere. */
export type Screen = {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

/** Milliseconds between two drawings. */
const pace = 100

/** Shows on a terminal how many of the files have been begun, as they are read; elsewhere nothing. */
export function withProgress(contents: FolderContents, screen: Screen): FolderContents {
  if (screen.isTTY !== true) return contents
  const { files, passedOver } = contents
  const begun = new Set<number>()
  let drawnAt = 0
  const tell = (index: number): void => {
    begun.add(index)
    const now = Date.now()
    const isLast = begun.size === files.length
    if (now - drawnAt < pace && !isLast) return
    drawnAt = now
    screen.write(isLast ? '\r\u001b[K' : `\r\u001b[K${begun.size} of ${files.length} files`)
  }
  return {
    passedOver,
    files: files.map(({ name, chunks }, index) => ({
      name,
      chunks: {
        *[Symbol.iterator]() {
          tell(index)
          yield* chunks
        },
      },
    })),
  }
}
