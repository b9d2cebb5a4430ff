import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.mjs'

/**
 * @typedef {{ readonly types?: string, readonly default?: string }} ExportTarget
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {Record<string, string | ExportTarget>} exports
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { optional?: boolean }>} [peerDependenciesMeta]
 * @property {unknown} [license]
 * @property {unknown} [licenses]
 * @typedef {{ readonly folder: string, readonly manifest: Manifest }} WorkspacePackage
 * @typedef {{ readonly name: string, readonly file: string, readonly types: string | undefined }} EntryPoint
 */

/**
 * Reads the manifest of the package in a folder.
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/**
 * Gives the packages that are published, sorted by folder.
 * @returns {readonly WorkspacePackage[]}
 */
export function publishedPackages() {
  const folders = readdirSync(join(root, 'packages')).toSorted()
  return folders.map((name) => {
    const folder = join(root, 'packages', name)
    return { folder, manifest: readManifest(folder) }
  })
}

/**
 * Gives what users can import from the packages: the name they write, the built file and its types.
 * @returns {readonly EntryPoint[]}
 */
export function entryPoints() {
  return publishedPackages().flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports)
      .filter(([subpath]) => subpath !== './package.json')
      .map(([subpath, target]) => {
        const { default: file = '', types } =
          typeof target === 'string' ? { default: target } : target
        return {
          name: manifest.name + subpath.slice(1),
          file: join(folder, file),
          types: types === undefined ? undefined : join(folder, types),
        }
      }),
  )
}
