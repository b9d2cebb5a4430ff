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
  return code <= 0x10ffff && isCharacter.test(String.fromCodePoint(code))
    ? String.fromCodePoint(code)
    : '\ufffd'
}

const isCharacter = /[\t\n\f\r]|[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u
