/** One way a value is written in a built file, as bytes (one character per byte). */
export type Encoding = { readonly form: string; readonly bytes: string }

/** Gives the ways in which a value may stand in a built file, each once, plain first. */
export function encodings(value: string): readonly Encoding[] {
  const utf8 = Buffer.from(value, 'utf8')
  const hex = utf8.toString('hex')
  const all: readonly Encoding[] = [
    { form: 'plain', bytes: utf8.toString('latin1') },
    ...jsonForms(value),
    ...urlForms(value),
    ...[0, 1, 2].flatMap((offset) => base64Forms(utf8, offset)),
    { form: 'hex', bytes: hex },
    { form: 'hex', bytes: hex.toUpperCase() },
  ]
  const seen = new Set<string>()
  return all.filter(({ bytes }) => !seen.has(bytes) && seen.add(bytes))
}

/** A source map quotes a script that may itself quote JSON: each level escapes once more. */
function jsonForms(value: string): readonly Encoding[] {
  const once = quoted(value)
  return [once, quoted(once)].map((text) => ({ form: 'JSON-escaped', bytes: latin1(text) }))
}

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** As encodeURIComponent writes it, as a form writes it, and both with lower-case hex digits. */
function urlForms(value: string): readonly Encoding[] {
  // Through bytes and back: a lone surrogate makes encodeURIComponent throw.
  const component = encodeURIComponent(Buffer.from(value, 'utf8').toString('utf8'))
  return [component, new URLSearchParams({ '': value }).toString().slice(1)]
    .flatMap((text) => [text, text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())])
    .map((text) => ({ form: 'URL-encoded', bytes: latin1(text) }))
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
