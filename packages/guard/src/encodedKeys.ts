import { textRule, type TextRule } from './rule.js'

/** The longest key that is matched as one; the rest of a longer run of key characters adds nothing. */
const longestKey = 512

/** The beginning of every Anthropic key. */
const beginning = 'sk-ant-'

/** A key; its first letter may be lost at the edge of a base64 group. */
const restOfKey = /^.k-ant-[a-z]{2,16}\d{2}-[A-Za-z0-9_-]{20,480}/s

/** A beginning as it stands in an encoding, and how what follows it is read. */
type EncodedBeginning = {
  readonly form: string
  /** The bytes on one side of `index`, decoded; from the beginning of the key on. */
  readonly decode: (text: string, index: number) => { readonly key: string; readonly span: Span }
}

/** The bytes that a key takes. */
type Span = { readonly index: number; readonly length: number }

const beginnings: ReadonlyMap<string, EncodedBeginning> = new Map([
  ...([0, 1, 2].map(base64Beginning) satisfies [string, EncodedBeginning][]),
  [hexOf(beginning), { form: 'hex', decode: decodeHex }],
  [hexOf(beginning).toUpperCase(), { form: 'hex', decode: decodeHex }],
  [[...beginning].toReversed().join(''), { form: 'reversed', decode: decodeReversed }],
  [[...beginning].join('\0'), { form: 'UTF-16', decode: decodeUtf16 }],
])

/** Finds Anthropic keys whose value is not known in base64, hex, UTF-16 and reversed. */
export const encodedAnthropicKeys: TextRule = textRule({
  id: 'anthropic-key',
  advice: 'Revoke this key, then call Claude through a proxy that holds it on the server',
  reach: longestKey * 2,
  texts: [...beginnings.keys()],
  at: (bytes, { index, wanted }) => {
    const encoded = beginnings.get(wanted)
    if (encoded === undefined) return undefined
    const { key, span } = encoded.decode(bytes, index)
    const [found] = restOfKey.exec(key) ?? []
    if (found === undefined) return undefined
    const identity = beginning.charAt(0) + found.slice(1)
    return {
      ...span,
      identity,
      masked: `${beginning}***, ${encoded.form} (${span.length} characters)`,
    }
  },
})

function base64Beginning(offset: number): [string, EncodedBeginning] {
  const start = Math.ceil((offset * 8) / 6)
  const end = Math.floor(((offset + beginning.length) * 8) / 6)
  const needle = Buffer.concat([Buffer.alloc(offset), Buffer.from(beginning)])
    .toString('base64')
    .slice(start, end)
  return [
    needle,
    {
      form: 'base64',
      decode: (text, index) => {
        const run = /^[\w+/-]*/.exec(text.slice(index, index + longestKey * 2))?.[0] ?? ''
        const key = Buffer.from('A'.repeat(start) + run, 'base64')
          .toString('latin1')
          .slice(offset)
        return { key, span: { index, length: run.length } }
      },
    },
  ]
}

function decodeHex(text: string, index: number) {
  const run = /^(?:[\da-f]{2})*/i.exec(text.slice(index, index + longestKey * 2))?.[0] ?? ''
  const key = Buffer.from(run, 'hex').toString('latin1')
  return { key, span: { index, length: run.length } }
}

function decodeReversed(text: string, index: number) {
  const end = index + beginning.length
  const run = /[\w-]*$/.exec(text.slice(Math.max(0, end - longestKey), end))?.[0] ?? ''
  return {
    key: [...run].toReversed().join(''),
    span: { index: end - run.length, length: run.length },
  }
}

function decodeUtf16(text: string, index: number) {
  const run = /^(?:[\w-]\0)*[\w-]?/.exec(text.slice(index, index + longestKey * 2))?.[0] ?? ''
  return { key: run.replaceAll('\0', ''), span: { index, length: run.length } }
}

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex')
}
