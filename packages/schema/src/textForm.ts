import * as z from 'zod'
import { hasCheck, mostLength } from './checksOf.js'
import { foldCase } from './foldCase.js'
import type { TextForm } from './form.js'
import { headLength } from './openText.js'

/** The form of a string. Half an address is not an address, so that a format is shown only when it is whole. */
export function textForm(schema: z.core.$ZodString): TextForm {
  const most = mostLength(schema)
  const hasFormat = schema instanceof z.core.$ZodStringFormat || hasCheck(schema, 'string_format')
  return { kind: 'text', shows: !hasFormat, reach: ({ points }) => Math.min(points, most) }
}

/** The form of a text with a pattern. */
export const formatForm: TextForm = {
  kind: 'text',
  shows: false,
  reach: ({ points }) => points,
}

/**
 * The form of one word. Half of one of several words is none of them. Upper and lower case count as the same, since a word
 * that differs in nothing else may be put right.
 */
export function wordForm(word: string): TextForm {
  // What is longer than the head cannot be compared with it.
  if (word.length >= headLength) return { ...formatForm, word }
  const characters = Array.from(word, foldCase)
  return {
    kind: 'text',
    shows: false,
    word,
    reach: ({ head }) => {
      let reached = 0
      for (const character of head) {
        if (foldCase(character) !== characters[reached]) break
        reached += 1
      }
      return reached
    },
  }
}
