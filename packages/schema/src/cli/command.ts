import { parseArgs } from 'node:util'
import { GloveboxSchemaError } from '../GloveboxSchemaError.js'
import { defaultLimits, readLimits, type OutputLimits } from '../limits.js'
import type { OutputOptions } from '../output.js'

/** What one call of the command line asks for. */
export interface Command {
  readonly schema: SchemaPlace
  /** `-` stands for standard input. */
  readonly files: readonly string[]
  /** The form of every file; undefined where the file's ending says it. */
  readonly format: Format | undefined
  /** Calls of this tool are validated instead of the text of a message. */
  readonly tool: string | undefined
  readonly json: boolean
  /** Where the JSON stands in a record. */
  readonly extract: NonNullable<OutputOptions['extract']>
  readonly limits: OutputLimits
}

/** Where a schema is exported. */
export interface SchemaPlace {
  readonly file: string
  readonly exportName: string
}

/** `json`: one value in a file; `jsonl`: one in each line; `sse`: the events of Messages API streams. */
export type Format = 'json' | 'jsonl' | 'sse'

/** Gives the command that the arguments spell. Throws `GloveboxSchemaError` `usage` for what is not understood. */
export function parseCommand(args: readonly string[]): Command | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  if (values.schema === undefined) throw usageError('`--schema` is missing, expected FILE#export')
  if (values.jsonl && values.sse) throw usageError('`--jsonl` and `--sse` exclude each other')
  const isStream = values.sse || values.tool !== undefined
  if (isStream && values.jsonl) throw usageError('`--tool` needs recorded streams, not `--jsonl`')
  return {
    schema: readPlace(values.schema),
    files: positionals.length === 0 ? ['-'] : positionals,
    format: isStream ? 'sse' : values.jsonl ? 'jsonl' : undefined,
    tool: values.tool,
    json: values.json,
    extract: readExtract(values.extract),
    limits: readLimits(Object.fromEntries(values.limit.map(readLimit))),
  }
}

/** Says what form a file has by its ending; one that says nothing is JSON. */
export function formatOf(file: string): Format {
  if (/\.(?:jsonl|ndjson)$/i.test(file)) return 'jsonl'
  return /\.(?:sse|eventstream)$/i.test(file) ? 'sse' : 'json'
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        schema: { type: 'string' },
        jsonl: { type: 'boolean', default: false },
        sse: { type: 'boolean', default: false },
        tool: { type: 'string' },
        limit: { type: 'string', multiple: true, default: [] },
        extract: { type: 'string', default: 'strict' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (cause) {
    throw usageError(cause instanceof Error ? cause.message : 'the arguments are not understood')
  }
}

function readPlace(place: string): SchemaPlace {
  const hash = place.lastIndexOf('#')
  const file = hash < 0 ? place : place.slice(0, hash)
  const exportName = hash < 0 ? 'default' : place.slice(hash + 1)
  if (file !== '' && exportName !== '') return { file, exportName }
  throw usageError('`--schema` has no file or no name, expected FILE#export')
}

function readExtract(extract: string): Command['extract'] {
  if (extract === 'strict' || extract === 'fenced' || extract === 'prose') return extract
  throw usageError('`--extract` is not known, expected strict, fenced or prose')
}

function readLimit(written: string): [name: string, limit: number] {
  const [, name = '', digits = ''] = /^(\w+)=(\d+)$/.exec(written) ?? []
  if (Object.hasOwn(defaultLimits, name)) return [name, Number(digits)]
  const names = Object.keys(defaultLimits).join(', ')
  throw usageError(`\`--limit\` is not understood, expected NAME=NUMBER with one of ${names}`)
}

function usageError(what: string): GloveboxSchemaError {
  return new GloveboxSchemaError('usage', `Cannot validate: ${what}`)
}
