/** Licences without a duty beyond keeping the notice. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/**
 * Tells whether an SPDX expression leaves an allowed choice: one side of an OR, every side of an AND. What it cannot read
 * is not allowed.
 * @param {string} expression as in `(MIT OR GPL-2.0)`
 * @returns {boolean}
 */
export function allowedLicence(expression) {
  const text = expression.trim()
  const inner = /^\(([^()]*)\)$/.exec(text)?.[1]
  if (inner !== undefined) return allowedLicence(inner)
  const choices = text.split(/\s+OR\s+(?![^(]*\))/)
  if (choices.length > 1) return choices.some(allowedLicence)
  const parts = text.split(/\s+AND\s+(?![^(]*\))/)
  if (parts.length > 1) return parts.every(allowedLicence)
  return allowed.has(text)
}
