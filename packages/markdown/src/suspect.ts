/**
 * A character that may be hidden, as a regular expression. The visible format characters (Arabic number
 * signs …) and characters without a meaning so far, which are drawn as boxes, are none.
 */
export const suspect =
  '(?![\\t\\n \\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}])' +
  '[\\p{Cc}\\p{Cf}\\p{DI}\\p{Co}\\p{Cs}\\p{NChar}\\p{Z}' +
  '\\u2800\\ufffc\\u{13441}\\u{13442}\\u{16fe4}\\u{1d159}]'

/** A combining mark that is drawn above, below or around the letter before it. */
export const mark = '(?![\\p{DI}\\u{16fe4}])[\\p{Mn}\\p{Me}]'

/** Hebrew with points and accents puts up to six marks on a letter; more draw over other lines. */
export const mostMarks = 6

/** More marks than that. */
export const stack = `(?:${mark}){${mostMarks + 1}}`
