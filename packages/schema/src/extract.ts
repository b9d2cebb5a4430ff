import { createFenceFinder } from './findFenced.js'
import { createProseFinder } from './findInProse.js'
import type { JsonReader } from './jsonReading.js'
import type { OutputSchema } from './outputSchema.js'

/** How many UTF-16 units of a text stand before its JSON and after it. */
export interface Skipped {
  readonly before: number
  readonly after: number
}

/** Finds the JSON in a text that is still arriving. */
export interface Finder {
  /** Goes on; costs as much as `delta` is long. */
  write(delta: string): void
  /** Says that nothing more comes. */
  end(): void
}

/** What a finder does with what it reads. */
export interface Found {
  /** A value begins here. Gives whether it is the first. */
  begin(): boolean
  /** Reads a part of the value. Gives how much of it belongs to the value. */
  json(part: string): number
  /** Passes over what is no part of the value. */
  skip(part: string): void
}

/** Hands the JSON in a text to a reader. */
export interface Extractor extends Finder {
  readonly skipped: Skipped
}

/**
 * Creates what finds the one JSON value of a text: in a code fence, or in prose. Where a second one begins, nobody can tell
 * which of them is meant: that is an issue. Nothing in the value is ever changed.
 */
export function createExtractor(
  how: 'fenced' | 'prose',
  schema: OutputSchema,
  reader: JsonReader,
): Extractor {
  let before = 0
  let after = 0
  let hasBegun = false

  const found: Found = {
    begin() {
      if (hasBegun) reader.reject(severalValues)
      const isFirst = !hasBegun
      hasBegun = true
      return isFirst
    },
    json: (part) => reader.write(part),
    skip(part) {
      if (reader.failed) return
      reader.skip(part)
      if (hasBegun) after += part.length
      else before += part.length
    },
  }
  const finder = how === 'fenced' ? createFenceFinder(found) : createProseFinder(found, schema)
  return {
    write(delta) {
      if (!reader.failed) finder.write(delta)
    },
    end() {
      if (!reader.failed) finder.end()
    },
    get skipped() {
      return { before, after }
    },
  }
}

const severalValues = Object.freeze({
  path: [],
  code: 'several-values',
  message: 'There is more than one JSON value',
})
