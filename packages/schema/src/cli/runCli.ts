import { createReadStream, statSync } from 'node:fs'
import { GloveboxSchemaError } from '../GloveboxSchemaError.js'
import { formatOf, parseCommand, type Command } from './command.js'
import { createProgress, type Screen } from './createProgress.js'
import { createRecordReader } from './createRecordReader.js'
import { createSummary } from './createSummary.js'
import { loadSchema } from './loadSchema.js'
import { readRecords } from './readRecords.js'
import { failureJson, failureText, summaryJson, summaryText } from './report.js'
import { printable } from './text.js'

/** What the command line is run with. */
export interface CliContext {
  readonly stdin: AsyncIterable<Uint8Array>
  /** Standard output; waits for a reader that is slower. */
  readonly out: (text: string) => Promise<void> | void
  readonly screen: Screen
}

/** Failures that are written out as text; `--json` writes them all. */
const mostFailures = 50

/** Runs the command line and gives its exit code: 0 all valid, 1 some invalid, 2 could not run. */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  try {
    const command = parseCommand(args)
    if (command !== 'help') return await validateFiles(command, context)
    await context.out(usage)
    return 0
  } catch (error) {
    // Any other error too: uncaught, it would end the process with 1, the code for records that are not valid.
    const reason = error instanceof Error ? error.message : 'Cannot validate: unknown error'
    context.screen.write(`glovebox-validate: ${printable(reason)}\n`)
    if (error instanceof GloveboxSchemaError && error.code === 'usage') {
      context.screen.write(`${usage}\n`)
    }
    return 2
  }
}

async function validateFiles(command: Command, context: CliContext): Promise<number> {
  const { files, json, limits, extract, tool } = command
  const sizes = files.map(sizeOf)
  const total = sizes.includes(undefined)
    ? undefined
    : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  const schema = await loadSchema(command.schema)
  const progress = createProgress(context.screen, total)
  const summary = createSummary()
  let failures = 0

  async function* counted(file: string): AsyncGenerator<Uint8Array> {
    for await (const chunk of file === '-' ? context.stdin : open(file)) {
      yield chunk
      progress.add(chunk.length)
    }
  }

  for (const file of files) {
    const format = command.format ?? formatOf(file)
    const createReader = () => createRecordReader(schema, { limits, extract })
    for await (const judged of readRecords(counted(file), { format, createReader, tool })) {
      summary.add(judged.verdict)
      if (judged.verdict.status === 'valid') continue
      failures += 1
      const failure = { file, ...judged }
      progress.clear()
      if (json) await context.out(failureJson(failure))
      else if (failures <= mostFailures) await context.out(failureText(failure))
      else if (failures === mostFailures + 1) await context.out('… further ones are only counted')
    }
  }
  progress.clear()
  const taken = summary.take(files.length)
  if (json) await context.out(summaryJson(taken))
  if (taken.records === 0) {
    // A gate that was given nothing to look at must not be green.
    throw new GloveboxSchemaError('no-record', 'Cannot validate: there is no record to validate')
  }
  if (!json) await context.out(summaryText(taken))
  return summary.isClean() ? 0 : 1
}

/** Throws for a file that is not there before anything is validated. */
function sizeOf(file: string): number | undefined {
  return file === '-' ? undefined : statSync(file).size
}

function open(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file)
}

const usage = `Usage: glovebox-validate --schema FILE#export [OPTIONS] [FILES…]
  --schema FILE#export  a zod schema, also in TypeScript; without #export the default export
  --jsonl               every file has one JSON value in each line (also by its ending .jsonl, .ndjson)
  --sse                 every file holds recorded Messages API streams (also by its ending .sse)
  --tool NAME           validate the calls of this tool in recorded streams, not the text
  --extract WHERE       where the JSON stands: strict (all of it, default), fenced or prose
  --limit NAME=NUMBER   change a limit: bytes, depth, keys, items, stringLength
  --json                write each record that is not valid, and then a summary, as lines of JSON
Without FILES, or for -, standard input is read.
Exit code: 0 all valid, 1 some invalid, 2 could not run`
