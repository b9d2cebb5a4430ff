import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const packages = fileURLToPath(new URL('../../packages', import.meta.url))

const arrows: Readonly<Record<string, readonly string[]>> = {
  guard: [],
  markdown: [],
  proxy: ['@glovebox/schema'],
  react: ['@glovebox/markdown', '@glovebox/schema'],
  schema: [],
}

describe.each(Object.entries(arrows))('@glovebox/%s', (name, allowed) => {
  const imported = importsOf(join(packages, name, 'src'))

  it('imports only the packages of ours that the design allows', () => {
    const ours = imported.filter((source) => source.startsWith('@glovebox/'))
    expect(ours.filter((source) => !allowed.includes(source))).toEqual([])
  })

  it('imports only packages that its manifest names', () => {
    const manifest: Readonly<Record<string, unknown>> = JSON.parse(
      readFileSync(join(packages, name, 'package.json'), 'utf8'),
    )
    const named = [manifest['dependencies'], manifest['peerDependencies']].flatMap((listed) =>
      Object.keys(listed ?? {}),
    )
    const other = imported.filter((source) => !source.startsWith('.') && !isBuiltIn(source))
    expect(other.filter((source) => !isNamed(source, named))).toEqual([])
  })

  it('writes relative imports with their extension', () => {
    const relative = imported.filter((source) => source.startsWith('.'))
    expect(relative.filter((source) => !/\.(?:js|json|css)$/.test(source))).toEqual([])
  })
})

it('knows the arrows of every package', () => {
  expect(Object.keys(arrows)).toEqual(readdirSync(packages).toSorted())
})

/** Types of a package that is itself named, or that is all types, come from `@types`. */
function isNamed(source: string, named: readonly string[]): boolean {
  return named.includes(source) || named.includes(`@types/${source}`)
}

function isBuiltIn(source: string): boolean {
  return source.startsWith('node:')
}

/** Gives what the sources of a folder import: relative paths as they are, packages by name without a subpath. */
function importsOf(folder: string): readonly string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return [...text.matchAll(importOrExport)].map(([, source, lazy]) => source ?? lazy ?? '')
    })
  return [...new Set(sources.map(packageName))]
}

const importOrExport =
  /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?'([^'\n]+)'|(?<![\w.])import\('([^'\n]+)'\)/gm

function packageName(source: string): string {
  if (source.startsWith('.') || source.startsWith('node:')) return source
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
}
