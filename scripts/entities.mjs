// Writes the table of HTML's named character references that the parser decodes with, from the package
// character-entities. With --check it only tells whether the table is the one it would write.
import { characterEntities } from 'character-entities'
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../packages/markdown/src/parser/entities/entityTable.ts', import.meta.url)

/** The mark before a name whose code point is one, two, three … behind the one before. */
const smallSteps = ',!"#$%&()*'

/** Where A to Z and a to z begin in each style; Unicode has some of their letters elsewhere. */
const alphabets = { scr: 0x1d49c, fr: 0x1d504, opf: 0x1d538 }

/** For each mark: pairs of words; the first one found in a name makes another name of it. */
const twins = {
  '<': 'Left Right left right l r',
  '=':
    'Less Greater less gtr Precedes Succeeds prec succ pr sc Subset Superset sub sup cap cup ' +
    'Intersection Union Up Down l g u d',
}

/** @type {Map<string, string>} by name, without what the rules give */
const values = new Map(Object.entries(characterEntities))
for (const [style, first] of Object.entries(alphabets)) {
  for (let at = 0; at < 52; at += 1) {
    const name = String.fromCharCode(at + (at < 26 ? 65 : 71)) + style
    if (values.get(name) === String.fromCodePoint(first + at)) values.delete(name)
  }
}

/** @type {Map<string, string>} letters whose small form has the small name */
const letters = new Map()
for (const [name, value] of values) {
  const [small, smallValue] = [name.toLowerCase(), value.toLowerCase()]
  if (smallValue === value || values.get(small) !== smallValue) continue
  letters.set(name, value)
  values.delete(name)
  values.delete(small)
}

/** @type {Map<string, string>} letters by the accent on them: its number from U+0300 on, and its name */
const accented = new Map()
for (const [name, value] of letters) {
  const [letter = '', mark = ''] = value.normalize('NFD')
  if (mark === '' || !name.startsWith(letter)) continue
  const accent = `${mark.charCodeAt(0) - 0x300}${name.slice(1)}`
  accented.set(accent, (accented.get(accent) ?? '') + letter)
  letters.delete(name)
}

/** @type {Map<string, string>} the marks behind a name: struck out it has a name too */
const struck = new Map()
for (const [prefix, mark] of [
  ['n', '/'],
  ['Not', '?'],
]) {
  for (const [name, value] of values) {
    const other = prefix + name
    if (values.get(other) !== (value + '\u0338').normalize('NFC')) continue
    struck.set(name, (struck.get(name) ?? '') + mark)
    values.delete(other)
  }
}

const source = `// Written by scripts/entities.mjs; read by decodeEntity.ts.

/**
 * Names in the order of their code points: a mark of \`${smallSteps}\` tells a step of 1 to ${smallSteps.length} from the
 * code point before, \`+\` and a comma hold a longer one (base 36), a blank parts names of one value,
 * and \`;\` begins the values with that second code point. Behind a name \`/\` and \`?\` say that the struck
 * out character has the name with \`n\` and \`Not\` before it. \`${Object.keys(twins).join('` or `')}\` stands for the names of the value
 * before, each with the first word of that mark's \`twins\` in it changed for the next word.
 */
export const entityTable =
  '${encode(values)}'

/** Capital letters, in the same form: the small letter has the same name in small letters. */
export const letterTable =
  '${encode(letters)}'

/**
 * Accents: the number from U+0300 on of the one that Unicode combines with a letter, the end of its
 * names, and the capital letters that have it. The small letter has the same name in small letters.
 */
export const accents =
  '${[...accented].flat().join('')}'

/** Pairs of words by mark. */
export const twins: Readonly<Record<string, string>> = {
${Object.entries(twins)
  .map(([mark, words]) => `  '${mark}': '${words}',`)
  .join('\n')}
}

/** Where A to Z and a to z begin in each style; what Unicode has elsewhere is in the table. */
export const alphabets = { ${Object.entries(alphabets)
  .map(([style, first]) => `${style}: 0x${first.toString(16)}`)
  .join(', ')} }
`

if (!process.argv.includes('--check')) writeFileSync(file, source)
else if (readFileSync(file, 'utf8') !== source) {
  console.error(
    'The table of entities is not what scripts/entities.mjs writes, run `node scripts/entities.mjs`',
  )
  process.exitCode = 1
}

/** @param {Map<string, string>} entities */
function encode(entities) {
  /** @type {Map<number, Map<number, string[]>>} names by second, then first code point */
  const groups = new Map()
  for (const [name, value] of entities) {
    const [first = 0, second = 0] = [...value].map((character) => character.codePointAt(0) ?? 0)
    const group = groups.get(second) ?? new Map()
    const marked = name + (struck.get(name) ?? '')
    groups.set(second, group.set(first, [...(group.get(first) ?? []), marked]))
  }
  return inOrder(groups).map(encodeGroup).join('')
}

/** @param {[number, Map<number, string[]>]} group */
function encodeGroup([second, group]) {
  let before = 0
  /** @type {string[]} */
  let namesBefore = []
  const rows = inOrder(group).map(([first, names]) => {
    const step = first - before
    const mark = smallSteps[step - 1] ?? `+${step.toString(36)},`
    const row = mark + encodeNames(names, namesBefore)
    before = first
    namesBefore = names
    return row
  })
  return (second === 0 ? '' : `;${second.toString(36)}`) + rows.join('')
}

/**
 * @param {string[]} names
 * @param {string[]} before
 */
function encodeNames(names, before) {
  const isTwin = (/** @type {string} */ mark) => {
    const made = before.map((name) => twinOf(name, mark))
    return made.length > 0 && made.every((name) => name !== undefined && names.includes(name))
  }
  const mark = Object.keys(twins).find(isTwin) ?? ''
  const made = mark === '' ? [] : before.map((name) => twinOf(name, mark))
  return (
    mark +
    names
      .filter((name) => !made.includes(name))
      .toSorted(longestFirst)
      .join(' ')
  )
}

/**
 * @param {string} name
 * @param {string} mark
 */
function twinOf(name, mark) {
  const words = (twins[/** @type {keyof typeof twins} */ (mark)] ?? '').split(' ')
  const at = words.findIndex((word, index) => index % 2 === 0 && name.includes(word))
  return at < 0 ? undefined : name.replace(words[at] ?? '', words[at + 1] ?? '')
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
