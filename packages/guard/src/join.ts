import type { Rewriting } from './view.js'

/**
 * Joins literals that only a plus, a comma, a bracket, `concat`, `join` or the edge of a template parts: what a bundler
 * or an author has cut in pieces. It asks for no closed literal, so that code it cannot read hides nothing.
 */
export const joinLiterals: Rewriting = {
  form: 'in pieces',
  pattern:
    /(?<!\\)["'`][\s+,()[\]]*(?:\.concat\()?[\s+,()[\]]*["'`]|\$\{\s*["'`]|["'`]\s*\}(?:\$\{\s*["'`])?/g,
  write: () => '',
}

const charCode = /(?:0x[\da-f]{2}|\d{2,3})/gi

/** Writes out lists of character codes. */
export const readCharCodes: Rewriting = {
  form: 'as character codes',
  pattern: /(?:(?:0x[\da-f]{2}|\d{2,3})\s*,\s*){15,}(?:0x[\da-f]{2}|\d{2,3})/gi,
  write: ([list]) =>
    [...list.matchAll(charCode)].map(({ 0: code, index }) => ({
      text: String.fromCharCode(Number(code) & 0xff),
      at: index,
    })),
}
