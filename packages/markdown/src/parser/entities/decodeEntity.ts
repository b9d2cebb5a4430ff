import { entityTable } from './entityTable.js'

/** Every name with its value, once the first text has asked. */
let valueOf: ReadonlyMap<string, string> | undefined

/**
 * Gives the characters of one of HTML's 2,125 named references that end with a semicolon, named
 * without `&` and `;`. Upper and lower case differ. `undefined` for any other name.
 */
export function decodeNamedEntity(name: string): string | undefined {
  valueOf ??= readTable(entityTable)
  return valueOf.get(name)
}

/** Reads the table in the form that scripts/entities.mjs writes. */
function readTable(table: string): Map<string, string> {
  const values = new Map<string, string>()
  let code = 0
  let second = ''
  for (const [, group, longStep, mark = '', names = ''] of table.matchAll(rowShape)) {
    if (group !== undefined) {
      code = 0
      second = String.fromCodePoint(parseInt(group, 36))
    }
    code += longStep === undefined ? smallSteps.indexOf(mark) + 1 : parseInt(longStep, 36)
    const value = String.fromCodePoint(code) + second
    for (const name of names.split(' ')) values.set(name, value)
  }
  return values
}

const smallSteps = ',!"#$%&()*'
const rowShape = /(?:;(\w+))?(?:\+(\w+),|([^\w +]))([\w ]+)/g
