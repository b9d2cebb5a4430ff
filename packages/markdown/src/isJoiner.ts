import { edges, isBetween, scripts } from './scripts.js'

/** Says whether a zero-width non-joiner changes how its neighbours are drawn. */
export function isNonJoiner(before: string, rest: string): boolean {
  if (isAtVirama(before, rest) || isBetween(cursive, before, rest)) return true
  // Khmer: a vowel may take the place of a shifted register.
  if (/^[\u17c9\u17ca]/.test(rest)) return khmer.ends(before)
  // So many in one word are a code.
  if (/(?:\u200c[^\s\u200c]{0,2}){3}$/u.test(before)) return false
  // Kurdish writes a vowel as a final heh; the end of an element is no end of a word.
  if (before.endsWith('\u0647')) return true
  const isAfterArabic = arabic.ends(before.replace(vowelPoint, ''))
  if (rest === '') return isAfterArabic
  // Persian endings stand behind Latin words, numbers and brackets too.
  return arabic.begins(rest) && (isAfterArabic || /^$|[\dA-Za-z\u0660-\u0669)\]»"'”]$/.test(before))
}

/** Says whether a zero-width joiner changes how its neighbours are drawn. */
export function isJoiner(before: string, rest: string): boolean {
  if (joinsEmoji.test(before.slice(-4)) && /^\p{ExtPict}/u.test(rest)) {
    return !/(?:\u200d\p{ExtPict}[\ufe0f\p{EMod}]?){4}$/u.test(before)
  }
  if (isAtVirama(before, rest)) return true
  if (cursive.ends(before) !== cursive.begins(rest)) return true
  // The joined form of the letter heh abbreviates: "of the Hijra".
  if (/[\u0647\u06be\u06c1]$/.test(before)) return true
  // The forms of a letter that stands alone.
  const [, first = '', second = ''] = /(^|.)(.)$/su.exec(before) ?? []
  if (arabic.ends(second)) return !arabic.ends(first) && !arabic.begins(rest)
  return arabic.begins(rest) && !/[\u200c\u200d]$/.test(before)
}

const virama =
  '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u1039\\u17d2\\u1b44]'
const viramaBefore = new RegExp(virama + '$')
const viramaNext = new RegExp('^' + virama)

/** Behind the sign that takes a vowel away, or between a letter and that sign. */
function isAtVirama(before: string, rest: string): boolean {
  return viramaBefore.test(before) || (viramaNext.test(rest) && letter.ends(before))
}

const cursive = scripts('Mong Syrc Nkoo Phag Adlm')
const arabic = scripts('Arab')
const khmer = scripts('Khmr')
const letter = edges('\\p{Lo}')
const vowelPoint = /[\u064b-\u065f\u0670]+$/

/** What an emoji may begin with when it is made of several: people, and what Unicode names besides. */
const joinsEmoji = /[\p{EBase}👁🏳🏴❤💋😮😵😶🙂🐈🐕🐻🐦⛓🍄🍋👪👯🤼🧞🧟♀♂](?:\ufe0f|\p{EMod})?$/u
