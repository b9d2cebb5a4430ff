import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import type { Dirent, Stats } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { GuardError } from './GuardError.js'
import type { ScannedFile } from './createFileScan.js'

/** The files under the given folders, and the names of what was passed over: symbolic links and devices. */
export type FolderContents = {
  readonly files: readonly ScannedFile[]
  readonly passedOver: readonly string[]
}

const chunkSize = 256 * 1024

/** Memory for the next chunk, kept for the next file: making it takes longer than reading a small one. */
let spare: Uint8Array | undefined

/** Bytes that a compressed file may hold. */
const largestUnpacked = 512 * 1024 * 1024

/** What Next.js keeps for its server; pages that it has drawn in advance are sent as they are. */
const nextFolder = /(?:^|[\\/])\.next[\\/](?!static(?:[\\/]|$))/
const nextPage = /\.(?:html|rsc|body)$/

/**
 * Lists every regular file under the given folders (a file may be given too), sorted by name; bytes are read only when
 * scanned; what is compressed (`.gz`, `.br`) is read as what it holds. Symbolic links inside are not followed, and of
 * `.next` only what browsers get is listed. Throws GuardError for a missing, unreadable or empty one: a guard
 * that looked at nothing must not say that all is well.
 */
export function readFolders(paths: readonly string[]): FolderContents {
  const contents = paths.map((path) => {
    const found = list(path, stat(path))
    if (found.files.length > 0) return found
    throw new GuardError('empty', `Cannot check ${path}: it holds no file, expected a built folder`)
  })
  return {
    files: contents.flatMap(({ files }) => files),
    passedOver: contents.flatMap(({ passedOver }) => passedOver),
  }
}

function stat(path: string): Stats {
  try {
    return statSync(path)
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) {
      throw new GuardError('missing', `Cannot check ${path}: it does not exist, build first`)
    }
    throw unreadable(path, cause)
  }
}

function list(path: string, entry: Stats | Dirent): FolderContents {
  if (entry.isFile()) {
    const isServerOnly = nextFolder.test(path) && !nextPage.test(path)
    return { files: isServerOnly ? [] : [{ name: path, chunks: fileChunks(path) }], passedOver: [] }
  }
  if (!entry.isDirectory()) return { files: [], passedOver: [path] }
  const contents = entries(path).map((inner) => list(join(path, inner.name), inner))
  return {
    files: contents.flatMap(({ files }) => files),
    passedOver: contents.flatMap(({ passedOver }) => passedOver),
  }
}

function entries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((left, right) =>
      left.name < right.name ? -1 : 1,
    )
  } catch (cause) {
    throw unreadable(folder, cause)
  }
}

/** The bytes of a file; of a compressed one what it holds. */
export function fileChunks(path: string): Iterable<Uint8Array> {
  return { [Symbol.iterator]: () => (/\.(?:gz|br)$/.test(path) ? unpack(path) : readChunks(path)) }
}

function* unpack(path: string): Generator<Uint8Array, void> {
  const options = { maxOutputLength: largestUnpacked }
  try {
    const packed = readFileSync(path)
    yield path.endsWith('.br') ? brotliDecompressSync(packed, options) : gunzipSync(packed, options)
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

function* readChunks(path: string): Generator<Uint8Array, void> {
  let file: number | undefined
  const chunk = spare ?? new Uint8Array(chunkSize)
  spare = undefined
  try {
    file = openSync(path, 'r')
    let length = readSync(file, chunk)
    while (length > 0) {
      yield chunk.subarray(0, length)
      length = readSync(file, chunk)
    }
  } catch (cause) {
    throw unreadable(path, cause)
  } finally {
    if (file !== undefined) closeSync(file)
    spare = chunk
  }
}

function unreadable(path: string, cause: unknown): GuardError {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
  return new GuardError('unreadable', `Cannot read ${path}: ${reason}`, { cause })
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
