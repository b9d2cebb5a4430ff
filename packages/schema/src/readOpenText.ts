import { hidden } from './closedPart.js'
import type { Form } from './form.js'
import type { OpenText } from './openText.js'

/** What is known of a text that is open. */
export interface OpenTextState {
  readonly shown: unknown
  /** No text that begins so is valid. */
  readonly isDoomed: boolean
}

/** Says what of an open text may be shown: all of it, if each form that it may have shows it. */
export function readOpenText(forms: readonly Form[], text: OpenText): OpenTextState {
  const texts = forms.filter((form) => form.kind === 'text')
  if (forms.some(({ kind }) => kind === 'any')) return { shown: hidden, isDoomed: false }
  const reaches = texts.map((form) => form.reach(text))
  // Where none reaches the end, those count that reached furthest: what they showed stays.
  const furthest = Math.max(...reaches)
  const shows = texts.every((form, index) => form.shows || (reaches[index] ?? 0) < furthest)
  return {
    shown: shows && texts.length > 0 ? text.shown : hidden,
    isDoomed: texts.length > 0 && furthest < text.points,
  }
}
