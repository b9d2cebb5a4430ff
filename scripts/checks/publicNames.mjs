// Holds the names that each entry point gives its users to the list in test/packages/public-names.json, so that none
// comes, goes or changes its kind unnoticed. `--write` takes over what is built.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { root } from '../run.mjs'
import { declaredNames } from './declaredNames.mjs'
import { conclude } from './failures.mjs'
import { entryPoints } from './workspace.mjs'

/** @typedef {{ readonly values: readonly string[], readonly types: readonly string[] }} Names */

const listFile = join(root, 'test/packages/public-names.json')
const scripts = entryPoints().filter(({ file }) => file.endsWith('.js'))
const missing = scripts.filter(({ file, types }) => !existsSync(file) || !existsSync(types ?? ''))

if (missing.length > 0) {
  const failures = missing.map(({ name }) => `${name} is not built, run \`node scripts/build.mjs\``)
  conclude('public names', failures, '')
} else {
  /** @type {Record<string, Names>} */
  const built = {}
  for (const { name, file, types = '' } of scripts) built[name] = await namesOf(file, types)
  if (process.argv.includes('--write')) {
    const style = { ...(await resolveConfig(listFile)), filepath: listFile }
    writeFileSync(listFile, await format(JSON.stringify(built), style))
    console.log('public names: list written')
  } else {
    compare(built)
  }
}

/**
 * A name is a value when the built module has it at run time; what only the declarations have is a type.
 * @param {string} file
 * @param {string} types
 * @returns {Promise<Names>}
 */
async function namesOf(file, types) {
  const values = Object.keys(await import(pathToFileURL(file).href)).toSorted()
  const declared = declaredNames(readFileSync(types, 'utf8'), types)
  const undeclared = values.filter((name) => !declared.includes(name))
  if (undeclared.length > 0) throw new Error(`${types} does not declare ${undeclared.join(', ')}`)
  return { values, types: declared.filter((name) => !values.includes(name)) }
}

/** @param {Record<string, Names>} built */
function compare(built) {
  /** @type {Record<string, Names>} */
  const listed = existsSync(listFile) ? JSON.parse(readFileSync(listFile, 'utf8')) : {}
  const entries = [...new Set([...Object.keys(listed), ...Object.keys(built)])].toSorted()
  const failures = entries.flatMap((entry) =>
    /** @type {const} */ (['values', 'types']).flatMap((kind) => {
      const before = listed[entry]?.[kind] ?? []
      const now = built[entry]?.[kind] ?? []
      const added = now.filter((name) => !before.includes(name)).map((name) => `+${name}`)
      const gone = before.filter((name) => !now.includes(name)).map((name) => `-${name}`)
      const changes = [...added, ...gone]
      return changes.length === 0 ? [] : [`${entry} ${kind}: ${changes.join(' ')}`]
    }),
  )
  const hint = 'When this is meant: `node scripts/checks/publicNames.mjs --write`, and a changeset'
  conclude(
    'public names',
    failures.length === 0 ? [] : [...failures, hint],
    `${entries.length} entry points as listed`,
  )
}
