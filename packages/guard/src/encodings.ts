import { withoutEscapes } from './views.js'

/** One way a value is written in a built file, as bytes (one character per byte). */
export type Encoding = { readonly form: string; readonly bytes: string }

/**
 * Gives the ways in which a value may be encoded as a whole, each once, plain first. Escapes of single characters are
 * read by `viewsOf`.
 */
export function encodings(value: string): readonly Encoding[] {
  const utf8 = Buffer.from(value, 'utf8')
  const hex = utf8.toString('hex')
  const reversed = [...value].toReversed().join('')
  const utf16 = Buffer.from(value, 'utf16le')
  // A form's body has a plus for a blank.
  const texts = [
    { form: 'plain', text: value },
    { form: 'URL-encoded', text: value.replaceAll(' ', '+') },
    { form: 'reversed', text: reversed },
  ]
  const all: readonly Encoding[] = [
    ...texts.map(({ form, text }) => ({ form, bytes: latin1(text) })),
    ...texts.map(({ form, text }) => ({ form, bytes: withoutEscapes(latin1(text)) })),
    ...[0, 1, 2].flatMap((offset) => base64Forms(utf8, offset)),
    { form: 'hex', bytes: hex },
    { form: 'hex', bytes: hex.toUpperCase() },
    { form: 'UTF-16', bytes: utf16.toString('latin1') },
    { form: 'UTF-16', bytes: Buffer.from(utf16).swap16().toString('latin1') },
  ]
  const seen = new Set<string>()
  return all.filter(({ bytes }) => !seen.has(bytes) && seen.add(bytes))
}

/**
 * Inside a longer text the value starts at any of three offsets of a base64 group. Characters that also hold bits of a
 * neighbour are left out, so that what stays is the same whatever surrounds the value.
 */
function base64Forms(utf8: Buffer, offset: number): readonly Encoding[] {
  const padded = Buffer.concat([Buffer.alloc(offset), utf8])
  const start = Math.ceil((offset * 8) / 6)
  const end = Math.floor((padded.length * 8) / 6)
  return (['base64', 'base64url'] as const).map((form) => ({
    form: 'base64',
    bytes: padded.toString(form).slice(start, end),
  }))
}

function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
