import { createRules, GuardError, readFolders, scan } from '@glovebox/guard'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glovebox-guard-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('lists the files of all folders, sorted, and a file that is named itself', () => {
  mkdirSync(join(folder, 'b'))
  for (const name of ['c.js', 'b/z.js', 'a.js']) writeFileSync(join(folder, name), '')
  const { files } = readFolders([folder, join(folder, 'c.js')])
  expect(files.map(({ name }) => name.slice(folder.length + 1))).toEqual([
    'a.js',
    join('b', 'z.js'),
    'c.js',
    'c.js',
  ])
})

it('throws where a file cannot be read, so that no scan counts as clean', () => {
  writeFileSync(join(folder, 'a.js'), '1')
  const { files } = readFolders([folder])
  rmSync(join(folder, 'a.js'))
  expect(() => scan(files, createRules())).toThrow(GuardError)
})

it.each([
  { name: 'a missing folder', path: 'missing', code: 'missing' },
  { name: 'a folder of empty folders', path: '', code: 'empty' },
])('throws for $name', ({ path, code }) => {
  mkdirSync(join(folder, 'empty'))
  expect(() => readFolders([join(folder, path)])).toThrow(expect.objectContaining({ code }))
})
