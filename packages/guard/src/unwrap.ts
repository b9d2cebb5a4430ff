import { charactersOf, findRuns, pairsEnding } from './findRuns.js'
import type { Rewriting } from './view.js'

const keyCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/='

/** Where a long text may stand that is broken into lines. */
const wrapped = {
  characters: charactersOf(`${keyCharacters}\r\n`),
  length: 24,
  pairs: pairsEnding(
    [...keyCharacters].flatMap((character) => [`${character}\n`, `${character}\r`]),
  ),
}

/** Joins lines that hold nothing but characters of keys: base64 as mail and PEM have it. */
export const unwrapLines: Rewriting = {
  form: 'in lines',
  read: ({ bytes }, replace) => {
    for (const { index, text } of findRuns(bytes, wrapped)) {
      for (const { 0: end, index: inside } of text.matchAll(/[\r\n]+/g)) {
        replace(index + inside, index + inside + end.length, '')
      }
    }
  },
}
