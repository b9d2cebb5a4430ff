import { relative } from 'node:path'
import { applyAllowlist, readAllowlist } from './allowlist.js'
import { findEnvFiles, leakedEnvFiles } from './envFiles.js'
import { explainLeaks } from './explainLeaks.js'
import { publicSecrets, type NamedEnvironment } from './publicVariables.js'
import { readEnvironment } from './readEnvironment.js'
import type { FolderContents } from './readFolders.js'
import type { Report } from './report.js'
import type { Rule } from './rule.js'
import { createRules, rulesForSources } from './rules.js'
import { scanFiles } from './scanFiles.js'
import { readOrder } from './scanOrder.js'
import type { Environment } from './secretValues.js'
import { traceLeaks } from './traceLeaks.js'

/** What a check looks for, and what it lets through. */
export type CheckOptions = {
  /** Where the env files and the allowlist are. */
  readonly folder: string
  readonly environment: Environment
  /** Env files besides `.env*` of the folder. */
  readonly envFiles: readonly string[]
  readonly publicNames: readonly string[]
  /** The allowlist, if not `.glovebox-guard.json` of the folder. */
  readonly allowlist?: string | undefined
  /** What is checked are sources, which may name providers, and not what a browser gets. */
  readonly sources?: boolean
  /** The files stand on the disk under their names. */
  readonly onDisk?: boolean
  readonly today?: Date
}

/** A report, and the rules that can mask what is in it. */
export type Checked = { readonly report: Report; readonly rules: readonly Rule[] }

/** Reads what secrets there are and looks for them, and for all else that must not be in a build, in files. */
export function check({ files, passedOver }: FolderContents, options: CheckOptions): Checked {
  const { folder, publicNames, today = new Date() } = options
  const named = new Set([...findEnvFiles(folder), ...options.envFiles])
  const environments: readonly NamedEnvironment[] = [
    { file: 'the environment', variables: options.environment, text: '' },
    // Named as a report names other files: from the folder on.
    ...[...named].map((file) => ({ ...readEnvironment(file), file: relative(folder, file) })),
  ]
  const order = {
    environments: environments.map(({ variables }) => variables),
    publicNames,
    sources: options.sources === true,
  }
  const { rules, all } = readOrder(order)
  const keyRules = rulesForSources(createRules())
  const scanned = scanFiles(files, order, { onDisk: options.onDisk === true })
  const found = [
    ...environments.flatMap((one) => publicSecrets(one, { publicNames, keyRules })),
    ...leakedEnvFiles(files.map(({ name }) => name)),
    ...explainLeaks(traceLeaks(scanned, rules), environments, rules),
  ]
  const allowances = readAllowlist({ folder, file: options.allowlist, today })
  const { leaks, allowed, notes } = applyAllowlist(found, allowances, today)
  return { report: { leaks, allowed, files: files.length, passedOver, notes }, rules: all }
}
