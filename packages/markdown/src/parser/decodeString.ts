import { decodeNamedEntity } from './entities/decodeEntity.js'

const escapeOrReference = /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\da-z]{1,31}));/gi

/** Replaces backslash escapes and character references; what is neither stays. */
export function decodeString(text: string): string {
  if (!/[\\&]/.test(text)) return text
  return text.replace(
    escapeOrReference,
    (whole, escaped?: string, decimal?: string, hex?: string, name?: string) => {
      if (escaped !== undefined) return escaped
      if (decimal !== undefined) return decodeNumeric(parseInt(decimal, 10))
      if (hex !== undefined) return decodeNumeric(parseInt(hex, 16))
      return decodeNamedEntity(name ?? '') ?? whole
    },
  )
}

/** The character of a numeric reference; U+FFFD for what is no character or a control. */
export function decodeNumeric(code: number): string {
  const isNone =
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code > 126 && code < 160) ||
    (code > 0xd7ff && code < 0xe000) ||
    (code > 0xfdcf && code < 0xfdf0) ||
    (code & 0xfffe) === 0xfffe ||
    code > 0x10ffff
  return isNone ? '\ufffd' : String.fromCodePoint(code)
}
