import type { Rewriting } from './view.js'

/** Tags, comments and what a reader does not see: a highlighter cuts a key in a page in pieces with them. */
const unseen =
  /<(?:!--[^]{0,200}?--|\/?[a-z][^<>]{0,400})>|&(?:shy|ZeroWidthSpace|zwnj|zwj);|\xe2\x80[\x8b-\x8d]|\xe2\x81\xa0|\xef\xbb\xbf|\xc2\xad/gi

/** CSS escapes: up to six hexadecimal digits and a blank that ends them. */
const cssEscape = /\\([\da-f]{1,6})[ \t\n\f\r]?/gi

/** Takes out of a page what parts its text. */
const readPage: Rewriting = {
  form: 'in a page’s text',
  read: ({ bytes }, replace) => {
    for (const { 0: found, index } of bytes.toString('latin1').matchAll(unseen)) {
      replace(index, index + found.length, '')
    }
  },
}

/** Reads the escapes of a style sheet. */
const readStyles: Rewriting = {
  form: 'escaped',
  read: ({ bytes }, replace) => {
    for (const { 0: found, 1: digits = '', index } of bytes
      .toString('latin1')
      .matchAll(cssEscape)) {
      const code = parseInt(digits, 16)
      if (code < 0x80) replace(index, index + found.length, String.fromCharCode(code))
    }
  },
}

/** Gives what only files of a kind need, told by their names. */
export function documentRewriting(name: string): Rewriting | undefined {
  if (/\.(?:x?html?|svg|xml)(?:\.gz|\.br)?$/i.test(name)) return readPage
  return /\.css(?:\.gz|\.br)?$/i.test(name) ? readStyles : undefined
}
