import type { OutputIssue } from '../issue.js'

/** Writes a path for people: `lines[2].price`. Keys may be the model's own, and are cut and escaped. */
export function pathText(
  path: OutputIssue['path'],
  { withIndices = true }: { readonly withIndices?: boolean } = {},
): string {
  const parts = path.slice(0, 20).map((part) => {
    if (typeof part === 'number') return withIndices ? `[${part}]` : '[]'
    return /^[A-Za-z_]\w{0,39}$/.test(part)
      ? `.${part}`
      : `[${printable(JSON.stringify(cut(part)))}]`
  })
  return parts.join('').replace(/^\./, '')
}

/** Gives the text with control and invisible characters written as escapes, so that it cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

/** Writes a number with its noun: `1 record`, `2 records`. */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString('en')} ${noun}${amount === 1 ? '' : 's'}`
}

function cut(key: string): string {
  return key.length > 20 ? `${key.slice(0, 20)}…` : key
}
