import type { LinkScheme, Policy } from './policy.js'

/** The schemes a link has that starts no application but mail and phone. */
const linkSchemes: readonly LinkScheme[] = ['http', 'https', 'mailto', 'tel']

/**
 * The closed policy everything starts from: any http(s), mailto or tel link, foreign ones asked
 * first; no image without the reader's consent; a few tags without attributes.
 */
export const defaultPolicy: Policy = freeze({
  origin: undefined,
  // Any host: an answer without sources is worth little, and the reader is asked before leaving.
  links: { allow: 'any', schemes: linkSchemes, confirm: 'foreign' },
  images: { allow: [], otherwise: 'ask' },
  html: 'subset',
  hidden: 'reveal',
  limits: {
    length: 200_000,
    depth: 32,
    nodes: 50_000,
    links: 2_000,
    urlLength: 2_048,
    dataUrlLength: 65_536,
    lines: 5_000,
    delimiters: 4_000,
    cells: 200,
  },
})

/** Freezes a value with all in it. */
export function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part)
  }
  return Object.freeze(value)
}
