// Writes the table of HTML's named character references that the parser decodes with, from the package
// character-entities. With --check it only tells whether the table is the one it would write.
import { characterEntities } from 'character-entities'
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../packages/markdown/src/parser/entities/entityTable.ts', import.meta.url)

/** The mark before a name whose code point is one, two, three … behind the one before. */
const smallSteps = ',!"#$%&()*'

const source = `/**
 * Written by scripts/entities.mjs; read by decodeEntity.ts. Names in the order of their code points:
 * a mark of \`${smallSteps}\` tells a step of 1 to ${smallSteps.length} from the code point before, \`+\` and a comma hold a
 * longer one (base 36), a blank parts names of one value, and \`;\` begins the values with that second
 * code point.
 */
export const entityTable =
  '${encode(characterEntities)}'
`

if (!process.argv.includes('--check')) writeFileSync(file, source)
else if (readFileSync(file, 'utf8') !== source) {
  console.error(
    'The table of entities is not what scripts/entities.mjs writes, run `node scripts/entities.mjs`',
  )
  process.exitCode = 1
}

/** @param {Record<string, string>} entities */
function encode(entities) {
  /** @type {Map<number, Map<number, string[]>>} names by second, then first code point */
  const groups = new Map()
  for (const [name, value] of Object.entries(entities)) {
    const [first = 0, second = 0] = [...value].map((character) => character.codePointAt(0) ?? 0)
    const group = groups.get(second) ?? new Map()
    groups.set(second, group.set(first, [...(group.get(first) ?? []), name]))
  }
  return inOrder(groups).map(encodeGroup).join('')
}

/** @param {[number, Map<number, string[]>]} group */
function encodeGroup([second, group]) {
  let before = 0
  const rows = inOrder(group).map(([first, names]) => {
    const step = first - before
    before = first
    const mark = smallSteps[step - 1] ?? `+${step.toString(36)},`
    return mark + names.toSorted(longestFirst).join(' ')
  })
  return (second === 0 ? '' : `;${second.toString(36)}`) + rows.join('')
}

/**
 * @template T
 * @param {Map<number, T>} byCode
 */
function inOrder(byCode) {
  return [...byCode].toSorted(([one], [other]) => one - other)
}

/**
 * Any order would do; this one is the smallest under gzip.
 * @param {string} one
 * @param {string} other
 */
function longestFirst(one, other) {
  return other.length - one.length || (one < other ? -1 : 1)
}
