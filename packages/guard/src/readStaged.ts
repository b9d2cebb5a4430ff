import { execFileSync } from 'node:child_process'
import { GuardError } from './GuardError.js'
import type { FolderContents } from './readFolders.js'

/** Bytes of one file that git gives. */
const largestFile = 256 * 1024 * 1024

/** Lists what is staged for the next commit, as it is staged. Throws GuardError where git cannot be asked. */
export function readStaged(folder: string): FolderContents {
  const listed = git(folder, ['diff', '--cached', '--name-only', '-z', '--diff-filter=ACMRT'])
  const names = listed
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '')
  return {
    files: names.map((name) => ({
      name,
      chunks: {
        *[Symbol.iterator]() {
          yield git(folder, ['show', `:${name}`])
        },
      },
    })),
    passedOver: [],
  }
}

function git(folder: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      maxBuffer: largestFile,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (cause) {
    throw new GuardError(
      'unreadable',
      'Cannot read what is staged: git failed, expected a repository',
      { cause },
    )
  }
}
