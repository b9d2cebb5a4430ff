import { characterEntities } from 'character-entities'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { decodeNamedEntity } from '../../../packages/markdown/src/parser/entities/decodeEntity.js'

describe('decodeNamedEntity', () => {
  it('gives the value of every name of HTML', () => {
    const names = Object.keys(characterEntities)
    const decoded = Object.fromEntries(names.map((name) => [name, decodeNamedEntity(name)]))
    expect(names).toHaveLength(2125)
    expect(decoded).toEqual(characterEntities)
  })

  it('has no names beside them that look alike', () => {
    const others = Object.keys(characterEntities).flatMap((name) => [
      ...['n', 'Not'].map((prefix) => prefix + name),
      name.toLowerCase(),
      name.toUpperCase(),
      ...['scr', 'fr', 'opf', 'acute', '/', '?', '/?'].map((suffix) => name + suffix),
      ...['left right', 'l r', 'l g', 'sub sup', 'u d'].map((pair) => {
        const [from = '', to = ''] = pair.split(' ')
        return name.replace(from, to)
      }),
    ])
    const names = [...new Set(others)].filter((name) => !Object.hasOwn(characterEntities, name))
    expect(names.filter((name) => decodeNamedEntity(name) !== undefined)).toEqual([])
  })

  it.each([
    { name: 'an empty name', unsafe: '' },
    { name: 'a name of the prototype', unsafe: '__proto__' },
    { name: 'a method of every object', unsafe: 'constructor' },
    { name: 'an unknown name', unsafe: 'nosuchname' },
    { name: 'a name in the wrong case', unsafe: 'AMp' },
    { name: 'the beginning of a name', unsafe: 'am' },
    { name: 'a name with its semicolon', unsafe: 'amp;' },
    { name: 'two names in one', unsafe: 'amp AMP' },
    { name: 'a name of 100 KB', unsafe: 'amp'.repeat(33_334) },
  ])('has nothing for $name', ({ unsafe }) => {
    expect(decodeNamedEntity(unsafe)).toBeUndefined()
  })

  it('reads a table that nobody edited by hand', () => {
    const { status, stderr } = spawnSync('node', ['scripts/entities.mjs', '--check'])
    expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' })
  })
})
