import { parseArgs } from 'node:util'
import { GuardError } from './GuardError.js'
import type { ReportFormat } from './report.js'

/** What one call of the command line asks for. */
export type Command = {
  /** Folders or files; empty with `staged`. */
  readonly folders: readonly string[]
  /** What is about to be committed is checked, not a build. */
  readonly staged: boolean
  readonly envFiles: readonly string[]
  readonly publicNames: readonly string[]
  /** Where the allowlist is, if not where it is looked for. */
  readonly allowlist: string | undefined
  readonly format: ReportFormat
}

/** Gives the command that the arguments spell. Throws GuardError `usage` for an unknown option or no folder. */
export function parseCommand(args: readonly string[]): Command | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  if (values.staged && positionals.length > 0) {
    throw new GuardError('usage', 'Cannot run: `--staged` takes no folder')
  }
  if (!values.staged && positionals.length === 0) {
    throw new GuardError('usage', 'Cannot run: no folder is given')
  }
  return {
    folders: positionals,
    staged: values.staged,
    envFiles: values.env,
    publicNames: values.public,
    allowlist: values.allowlist,
    format: values.json ? 'json' : readFormat(values.format),
  }
}

function readFormat(format: string): ReportFormat {
  if (format === 'text' || format === 'json' || format === 'sarif' || format === 'github') {
    return format
  }
  throw new GuardError(
    'usage',
    'Cannot run: `--format` is not known, expected text, json, sarif or github',
  )
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        staged: { type: 'boolean', default: false },
        env: { type: 'string', multiple: true, default: [] },
        public: { type: 'string', multiple: true, default: [] },
        allowlist: { type: 'string' },
        format: { type: 'string', default: 'text' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'the arguments are not understood'
    throw new GuardError('usage', `Cannot run: ${reason}`, { cause })
  }
}
