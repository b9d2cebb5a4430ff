import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { ownTree, remarkTree } from './compare.js'

const store = new URL('../../../node_modules/.pnpm/', import.meta.url)
const largest = 100_000

it(
  'reads the documents of every installed package as remark reads them',
  { timeout: 120_000 },
  () => {
    const documents = new Map(findDocuments().map((path) => [readFileSync(path, 'utf8'), path]))
    const different = [...documents].filter(
      ([markdown]) => !isDeepStrictEqual(ownTree(markdown), remarkTree(markdown)),
    )
    expect(different.map(([, path]) => path)).toEqual([])
    expect(documents.size).toBeGreaterThan(300)
  },
)

function findDocuments(): readonly string[] {
  const paths = readdirSync(store).flatMap((entry) => {
    const folder = new URL(`${entry}/node_modules/`, store)
    if (!existsSync(folder)) return []
    const names = readdirSync(folder, { encoding: 'utf8', recursive: true })
    return names
      .filter((name) => /\.(md|markdown)$/i.test(name))
      .map((name) => new URL(name, folder))
  })
  const files = paths.filter((path) => statSync(path).isFile() && statSync(path).size <= largest)
  return [...new Set(files.map((path) => realpathSync(path)))].toSorted()
}
