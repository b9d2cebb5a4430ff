import type { Correction } from './correction.js'
import type { OutputIssue } from './issue.js'
import type { OutputLimits } from './limits.js'
import type { OpenText } from './openText.js'

/** What a value is, as its first character tells. */
export type JsonKind = 'object' | 'array' | 'text' | 'number' | 'true' | 'false' | 'null'

/** What hears of each value that is kept, in the order of the text. */
export interface JsonListener {
  /** A key has been read; its value comes next. */
  key(key: string): void
  /** A value begins: under the last key, as the next item, or as the whole. */
  begin(kind: JsonKind): void
  /** The value that began last and is still open is complete; `text` where it was read as a string. */
  end(value: unknown, text?: OpenText): void
}

/** A JSON text that is read as it arrives. */
export interface JsonReader {
  /**
   * Reads on; costs as much as `delta` is long. Never throws; after an error or a limit nothing more is read. Gives how
   * many units were read.
   */
  write(delta: string): number
  /** Counts a text that is around the JSON. */
  skip(text: string): void
  /** Says that nothing more comes, which closes a number at the very end. */
  end(): void
  /** Adds what is wrong with the text around the JSON, and reads no more. */
  reject(issue: OutputIssue): void
  /** Whether the outermost value has begun and is complete. */
  readonly root: 'absent' | 'open' | 'closed'
  /** The outermost value once it is closed. */
  readonly value: unknown
  /** The string that is open and kept. */
  readonly openText: OpenText | undefined
  /** The text is no JSON, or passed a limit. */
  readonly failed: boolean
  readonly issues: readonly OutputIssue[]
  readonly corrections: readonly Correction[]
  /** The limit that was passed. */
  readonly tooBig: keyof OutputLimits | undefined
}

/** What a reader asks and tells while it reads. */
export interface JsonReaderOptions {
  readonly listener?: JsonListener | undefined
  /** What follows the value is left; else it is wrong. */
  readonly leavesRest?: boolean
  /** Whether digits that no number holds may stand under a path as a text. */
  readonly takesDigits: (path: OutputIssue['path'], digits: string) => boolean
}
