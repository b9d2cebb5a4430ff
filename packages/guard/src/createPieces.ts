import { createSearch } from './createSearch.js'
import { encodings } from './encodings.js'

/** Remembers how much of secrets stands in a file, in pieces and in any order. */
export type Pieces = {
  readonly see: (bytes: Buffer) => void
  /** Whether what has been seen may be put together to a secret. Forgets it. */
  readonly takeVerdict: () => boolean
}

/** Characters of a secret that make a piece. */
const pieceLength = 6

/** Every so many characters of a secret a piece begins that is looked for. */
const stride = 2

/** Characters at the beginning of a secret whose pieces are looked for. */
const longestPieced = 64

/** How much of it must be there: some pieces are too short to be known for one. */
const leastShare = 0.6

/** A key that is to be joined by its hyphens. */
const listed = ['"sk","ant",', '"sk", "ant",', "'sk','ant',", "'sk', 'ant',"]

/** Beginnings of keys whose values nobody knows, any of which may go on elsewhere. */
const beginnings = [
  'sk-ant-',
  'ant-api0',
  'ant-admin0',
  'ant-oat0',
  'ant-ort0',
  '-api03-',
  ...listed,
]

/** One way in which a secret is written, and where in it a piece stands. */
type Spot = { readonly writing: number; readonly from: number; readonly length: number }

/** Creates such a memory for secrets of which every form counts, as in `encodings`. */
export function createPieces(values: readonly string[]): Pieces {
  const writings = values.flatMap((value) => writingsOf(value.slice(0, longestPieced)))
  const spots = new Map<string, Spot[]>()
  for (const [writing, { bytes, length }] of writings.entries()) {
    for (let from = 0; from + length <= bytes.length; from += stride) {
      const piece = bytes.slice(from, from + length)
      spots.set(piece, [...(spots.get(piece) ?? []), { writing, from, length }])
    }
  }
  const begun = beginnings.flatMap((text) => encodings(text).map(({ bytes }) => bytes))
  const search = createSearch([...spots.keys(), ...begun])
  /** Which characters of each writing have been seen. */
  const seen = new Map<number, Uint8Array>()
  let isEnough = false

  return {
    see: (bytes) => {
      for (const { wanted } of search(bytes)) {
        const known = spots.get(wanted)
        isEnough ||= known === undefined
        for (const { writing, from, length } of known ?? []) {
          const total = writings[writing]?.bytes.length ?? 0
          const characters = seen.get(writing) ?? new Uint8Array(total)
          seen.set(writing, characters.fill(1, from, from + length))
        }
      }
    },
    takeVerdict: () => {
      const shares = [...seen.values()].map((one) => one.filter(Boolean).length / one.length)
      const verdict = isEnough || shares.some((share) => share >= leastShare)
      seen.clear()
      isEnough = false
      return verdict
    },
  }
}

/** A form of a secret, and how many of its bytes make a piece. */
type Writing = { readonly bytes: string; readonly length: number }

function writingsOf(value: string): readonly Writing[] {
  return encodings(value)
    .filter(({ form }) => form !== 'UTF-16')
    .map(({ bytes }) => ({
      bytes,
      length: Math.ceil(pieceLength * Math.max(1, bytes.length / value.length)),
    }))
}
