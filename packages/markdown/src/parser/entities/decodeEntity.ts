import { accents, alphabets, entityTable, letterTable, twins } from './entityTable.js'

/** Every name with its value, once the first text has asked. */
let valueOf: ReadonlyMap<string, string> | undefined

/**
 * Gives the characters of one of HTML's 2,125 named references that end with a semicolon, named
 * without `&` and `;`. Upper and lower case differ. `undefined` for any other name.
 */
export function decodeNamedEntity(name: string): string | undefined {
  valueOf ??= readTables()
  return valueOf.get(name)
}

/** Reads the tables in the form that scripts/entities.mjs writes. */
function readTables(): Map<string, string> {
  const values = new Map<string, string>()
  for (const [style, first] of Object.entries(alphabets)) {
    for (let at = 0; at < 52; at += 1) {
      const letter = String.fromCharCode(at + (at < 26 ? 65 : 71))
      values.set(letter + style, String.fromCodePoint(first + at))
    }
  }
  const addLetter = (name: string, value: string) => {
    values.set(name, value).set(name.toLowerCase(), value.toLowerCase())
  }
  readTable(letterTable, addLetter)
  for (const [, mark, name = '', letters = ''] of accents.matchAll(/(\d+)([a-z]+)([A-Z]+)/g)) {
    const accent = String.fromCharCode(0x300 + Number(mark))
    for (const letter of letters) addLetter(letter + name, (letter + accent).normalize())
  }
  readTable(entityTable, (marked, value) => {
    const [, name = '', n, not] = /^(\w+)(\/?)(\??)$/.exec(marked) ?? []
    values.set(name, value)
    const struck = (value + '\u0338').normalize()
    if (n) values.set('n' + name, struck)
    if (not) values.set('Not' + name, struck)
  })
  return values
}

function readTable(table: string, add: (marked: string, value: string) => void): void {
  let code = 0
  let second = ''
  let names: string[] = []
  for (const [, group, longStep, mark = '', twin = '', given = ''] of table.matchAll(rowShape)) {
    if (group !== undefined) {
      code = 0
      second = String.fromCodePoint(parseInt(group, 36))
    }
    code += longStep === undefined ? smallSteps.indexOf(mark) + 1 : parseInt(longStep, 36)
    const value = String.fromCodePoint(code) + second
    const made = twin === '' ? [] : names.map((name) => twinOf(name, twin))
    names = [...made, ...(given === '' ? [] : given.split(' '))]
    for (const name of names) add(name, value)
  }
}

function twinOf(name: string, mark: string): string {
  const words = (twins[mark] ?? '').split(' ')
  const at = words.findIndex((word, index) => index % 2 === 0 && name.includes(word))
  return name.replace(words[at] ?? '', words[at + 1] ?? '')
}

const smallSteps = ',!"#$%&()*'
const rowShape = /(?:;(\w+))?(?:\+(\w+),|([^\w +]))([<=]?)([\w /?]*)/g
