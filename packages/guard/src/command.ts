import { parseArgs } from 'node:util'
import { GuardError } from './GuardError.js'

/** What one call of the command line asks for. */
export type Command = {
  readonly folders: readonly string[]
  readonly envFiles: readonly string[]
  readonly publicNames: readonly string[]
  readonly json: boolean
}

/** Gives the command that the arguments spell. Throws GuardError `usage` for an unknown option or no folder. */
export function parseCommand(args: readonly string[]): Command | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  if (positionals.length === 0) throw new GuardError('usage', 'Cannot run: no folder is given')
  return {
    folders: positionals,
    envFiles: values.env,
    publicNames: values.public,
    json: values.json,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        env: { type: 'string', multiple: true, default: [] },
        public: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'the arguments are not understood'
    throw new GuardError('usage', `Cannot run: ${reason}`, { cause })
  }
}
