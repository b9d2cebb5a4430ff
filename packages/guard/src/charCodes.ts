import { charactersOf, findRuns } from './findRuns.js'
import type { Rewriting } from './view.js'

const code = /0x[\da-f]{2}|\d{2,3}/gi
const codes =
  /(?:(?:0x[\da-f]{2}|\d{2,3})(?:\s{0,9}[,;:|-]\s{0,9}|\s{1,9})){15,}(?:0x[\da-f]{2}|\d{2,3})/gi

/** Where lists of codes may stand; the shortest is sixteen of two digits, with commas or blanks between them. */
const lists = { characters: charactersOf('0123456789abcdefABCDEFxX,;:|- \t\n\v\f\r'), length: 47 }

/** Writes out lists of character codes. */
export const readCharCodes: Rewriting = {
  form: 'as character codes',
  read: ({ bytes }, replace) => {
    for (const run of findRuns(bytes, lists)) {
      for (const { 0: list, index } of run.text.matchAll(codes)) {
        const from = run.index + index
        const parts = [...list.matchAll(code)].map(({ 0: written, index: inside }) => ({
          text: String.fromCharCode(Number(written) & 0xff),
          at: from + inside,
        }))
        replace(from, from + list.length, parts)
      }
    }
  },
}

const callee = 'String.fromC'
const call =
  /^String\.from(?:CharCode|CodePoint)\(\s{0,9}((?:0x[\da-f]{2}|\d{1,3})(?:\s{0,9},\s{0,9}(?:0x[\da-f]{2}|\d{1,3})){0,99})\s{0,9}\)/i
const longestCall = 1_024

/** Writes calls that give a text for character codes as that text, so that it may be joined to others. */
export const readCodeCalls: Rewriting = {
  form: 'as character codes',
  read: ({ bytes }, replace) => {
    let index = bytes.indexOf(callee)
    while (index >= 0) {
      const [written, list = ''] =
        call.exec(bytes.toString('latin1', index, index + longestCall)) ?? []
      if (written !== undefined) {
        const text = String.fromCharCode(...list.split(',').map((one) => Number(one) & 0xff))
        replace(index, index + written.length, `"${text}"`)
      }
      index = bytes.indexOf(callee, index + (written ?? callee).length)
    }
  },
}
