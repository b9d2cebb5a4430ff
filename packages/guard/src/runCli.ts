import { parseCommand } from './command.js'
import type { Command } from './command.js'
import { GuardError } from './GuardError.js'
import { readEnvironment } from './readEnvironment.js'
import { readFolders } from './readFolders.js'
import { jsonReport, maskSecrets, printable, textReport } from './report.js'
import type { Environment } from './secretValues.js'
import { createRules } from './rules.js'
import { scan } from './scan.js'

type Output = { readonly out: (text: string) => void; readonly err: (text: string) => void }

/** Runs the command line and gives its exit code: 0 clean, 1 leaks, 2 could not run. */
export function runCli(args: readonly string[], environment: Environment, output: Output): number {
  try {
    const command = parseCommand(args)
    if (command !== 'help') return check(command, environment, output)
    output.out(usage)
    return 0
  } catch (error) {
    // Any other error too: uncaught, it would end the process with 1, the code for leaks.
    const reason = error instanceof Error ? error.message : 'Cannot run: unknown error'
    // A path in it can hold a key.
    const rules = createRules({ environments: [environment] })
    output.err(`glovebox-guard: ${printable(maskSecrets(reason, rules))}`)
    if (error instanceof GuardError && error.code === 'usage') output.err(usage)
    return 2
  }
}

function check(command: Command, environment: Environment, { out }: Output): number {
  const environments = [environment, ...command.envFiles.map(readEnvironment)]
  const rules = createRules({ environments, publicNames: command.publicNames })
  const { files, passedOver } = readFolders(command.folders)
  const leaks = scan(files, rules)
  const report = { leaks, files: files.length, passedOver }
  if (command.json) out(jsonReport(report, rules))
  else out(textReport(report, rules))
  return leaks.length > 0 ? 1 : 0
}

const usage = `Usage: glovebox-guard [--env FILE]… [--public NAME]… [--json] DIRS…
  --env FILE     also look for the values of this file's *_KEY, *_TOKEN and *_SECRET variables
  --public NAME  a variable whose value is public on purpose
  --json         print the leaks as JSON
Exit code: 0 clean, 1 leaks, 2 could not run`
