import { check } from './check.js'
import { parseCommand } from './command.js'
import type { Command } from './command.js'
import { GuardError } from './GuardError.js'
import { readFolders } from './readFolders.js'
import { readStaged } from './readStaged.js'
import { maskSecrets, printable, writeReport } from './report.js'
import { createRules } from './rules.js'
import type { Environment } from './secretValues.js'
import { withProgress, type Screen } from './withProgress.js'

/** What the command line is run with. */
export type CliContext = {
  readonly environment: Environment
  /** Where env files, the allowlist and the repository are looked for. */
  readonly folder: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly screen: Screen
}

/** Runs the command line and gives its exit code: 0 clean, 1 leaks, 2 could not run. */
export function runCli(args: readonly string[], context: CliContext): number {
  try {
    const command = parseCommand(args)
    if (command !== 'help') return run(command, context)
    context.out(usage)
    return 0
  } catch (error) {
    // Any other error too: uncaught, it would end the process with 1, the code for leaks.
    const reason = error instanceof Error ? error.message : 'Cannot run: unknown error'
    // A path in it can hold a key.
    const rules = createRules({ environments: [context.environment] })
    context.err(`glovebox-guard: ${printable(maskSecrets(reason, rules))}`)
    if (error instanceof GuardError && error.code === 'usage') context.err(usage)
    return 2
  }
}

function run(command: Command, { environment, folder, out, screen }: CliContext): number {
  const { staged, folders, envFiles, publicNames, allowlist, format } = command
  const contents = staged ? readStaged(folder) : readFolders(folders)
  const options = { folder, environment, envFiles, publicNames, allowlist, sources: staged }
  const progress = withProgress(contents, screen)
  const { report, rules } = check(progress.contents, { ...options, onDisk: !staged })
  progress.clear()
  out(writeReport(report, rules, format))
  return report.leaks.length > 0 ? 1 : 0
}

const usage = `Usage: glovebox-guard [OPTIONS] DIRS…
       glovebox-guard --staged [OPTIONS]
  --staged          check what is staged for the next commit instead of a build
  --env FILE        also look for the values of this file's secret variables, besides .env*
  --public NAME     a variable whose value is public on purpose
  --allowlist FILE  findings that are let through for a time (default .glovebox-guard.json)
  --format FORM     text (default), json, sarif or github; --json is short for json
Exit code: 0 clean, 1 leaks, 2 could not run`
