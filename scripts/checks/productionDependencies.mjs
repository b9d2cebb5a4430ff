import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { publishedPackages, readManifest } from './workspace.mjs'

/** @typedef {{ readonly name: string, readonly version: string, readonly licence: string }} Dependency */

/**
 * Gives every package that users get with ours, at any depth, from the installed manifests; nothing is fetched. Optional
 * ones that are not installed are left out, other ones are named in `missing`. What a dependency can be used with (its
 * optional peers, such as the bundlers of a plugin) does not come with it.
 * @returns {{ readonly found: readonly Dependency[], readonly missing: readonly string[] }}
 */
export function productionDependencies() {
  /** @type {Map<string, Dependency>} */
  const found = new Map()
  /** @type {Set<string>} */
  const missing = new Set()
  /** @type {Set<string>} */
  const visited = new Set()
  const waiting = publishedPackages().map(({ folder }) => folder)
  const ours = new Set(publishedPackages().map(({ manifest: { name } }) => name))

  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (visited.has(folder)) continue
    visited.add(folder)
    const manifest = readManifest(folder)
    const { name, version } = manifest
    if (!ours.has(name))
      found.set(`${name}@${version}`, { name, version, licence: licenceOf(manifest) })
    for (const { dependency, optional, isPeer } of dependenciesOf(manifest)) {
      if (isPeer && optional && !ours.has(name)) continue
      const place = findInstalled(dependency, folder)
      if (place !== undefined) waiting.push(place)
      else if (!optional) missing.add(dependency)
    }
  }
  const sorted = [...found.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1))
  return { found: sorted, missing: [...missing] }
}

/**
 * A type package that comes as a peer is never run; it counts only where it is installed.
 * @param {import('./workspace.mjs').Manifest} manifest
 */
function dependenciesOf({
  dependencies = {},
  optionalDependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
}) {
  const peers = Object.keys(peerDependencies)
  return [
    ...Object.keys(dependencies).map((dependency) => ({
      dependency,
      optional: dependency in optionalDependencies,
      isPeer: false,
    })),
    ...Object.keys(optionalDependencies).map((dependency) => ({
      dependency,
      optional: true,
      isPeer: false,
    })),
    ...peers.map((dependency) => ({
      dependency,
      optional:
        peerDependenciesMeta[dependency]?.optional === true || dependency.startsWith('@types/'),
      isPeer: true,
    })),
  ]
}

/**
 * @param {string} name
 * @param {string} from
 */
function findInstalled(name, from) {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return realpathSync(place)
  }
  return undefined
}

/** @param {import('./workspace.mjs').Manifest} manifest */
function licenceOf({ license, licenses }) {
  const named = Array.isArray(licenses) ? licenses.map(nameOf).join(' OR ') : nameOf(licenses)
  return nameOf(license) || named
}

/**
 * Old manifests write `{ type: 'MIT', url: '…' }`.
 * @param {unknown} licence
 * @returns {string}
 */
function nameOf(licence) {
  if (typeof licence === 'string') return licence
  if (typeof licence !== 'object' || licence === null || !('type' in licence)) return ''
  return typeof licence.type === 'string' ? licence.type : ''
}
