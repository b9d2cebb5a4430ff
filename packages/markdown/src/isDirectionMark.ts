import { isBetween, scripts } from './scripts.js'
import { stack, suspect } from './suspect.js'

/** Characters before a mark in which three marks are a code. */
const near = 12

/**
 * Says whether a direction mark can have its use: in one line with right-to-left writing, next to
 * something whose direction is not plain, and not one of many.
 */
export function isDirectionMark(before: string, rest: string): boolean {
  if (/[\u200e\u200f\u061c](?:.*[\u200e\u200f\u061c]){2}.*$/u.test(before.slice(-near)))
    return false
  if (/[\u200e\u200f\u061c]$/.test(before)) return false
  const left = shownAtEnd.exec(before.slice(-near))?.[0] ?? ''
  const right = shownAtStart.exec(rest.slice(0, near))?.[0] ?? ''
  // Between two letters of one direction, with or without a blank, a mark changes nothing.
  if (isBetween(rightToLeft, left.trimEnd(), right.trimStart())) return false
  return [...left, ...right].some((character) => rightToLeft.begins(character))
}

const rightToLeft = scripts('Arab Hebr Syrc Thaa Nkoo Adlm')
// What lies behind another hidden character may end up in another element.
const shown = `(?:(?!${suspect}|${stack}).)*`
const shownAtEnd = new RegExp(shown + '$', 'u')
const shownAtStart = new RegExp('^' + shown, 'u')
