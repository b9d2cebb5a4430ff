import type { Format } from './command.js'
import type { RecordReader, Verdict } from './createRecordReader.js'
import { createMessageReader } from './createMessageReader.js'
import { readEvents } from './readEvents.js'

/** One record that has been judged. */
export interface Judged {
  /** The line the record stands in, from 1. */
  readonly line?: number
  /** The number of the message in a recorded stream, from 1. */
  readonly message?: number
  readonly verdict: Verdict
}

/** How the records of a file are read. */
export interface ReadOptions {
  readonly format: Format
  readonly createReader: () => RecordReader
  readonly tool: string | undefined
}

/** Judges the records of a file, one after another; what is kept at a time is bounded by the limits. */
export function readRecords(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<Judged> {
  if (options.format === 'json') return readWhole(chunks, options)
  return options.format === 'jsonl' ? readLines(chunks, options) : readStreams(chunks, options)
}

async function* readWhole(
  chunks: AsyncIterable<Uint8Array>,
  { createReader }: ReadOptions,
): AsyncGenerator<Judged> {
  const reader = createReader()
  for await (const chunk of chunks) {
    reader.add(chunk)
    if (reader.isDecided()) break
  }
  yield { verdict: reader.end() }
}

const lineFeed = 0x0a

async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  { createReader }: ReadOptions,
): AsyncGenerator<Judged> {
  let line = 1
  let open: RecordReader | undefined
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length;) {
      const end = chunk.indexOf(lineFeed, start)
      const piece = chunk.subarray(start, end < 0 ? chunk.length : end)
      if (open === undefined && !isBlank(piece)) open = createReader()
      open?.add(piece)
      start += piece.length + 1
      if (end < 0) break
      if (open !== undefined) yield { line, verdict: open.end() }
      open = undefined
      line += 1
    }
  }
  if (open !== undefined) yield { line, verdict: open.end() }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

async function* readStreams(
  chunks: AsyncIterable<Uint8Array>,
  { createReader, tool }: ReadOptions,
): AsyncGenerator<Judged> {
  const messages = createMessageReader({ createReader, tool })
  for await (const event of readEvents(chunks)) yield* messages.read(event)
  yield* messages.end()
}
