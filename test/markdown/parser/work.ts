import { createParser } from '../../../packages/markdown/src/parser/createParser.js'

interface Work {
  readonly length: number
  readonly visited: number
}

/** The characters of a text, and how many a parser read for it that shows its tree after each piece. */
export function workOn(pieces: readonly string[]): Work {
  const parser = createParser()
  let length = 0
  for (const piece of pieces) {
    length += piece.length
    parser.write(piece)
    void parser.root
  }
  parser.end()
  void parser.root
  return { length, visited: parser.visited }
}

/** How the work grows when the length doubles, also where a text is not exactly as long as it was asked for. */
export function growth(work: readonly Work[]): number {
  const [small = Number.NaN, large = Number.NaN] = work.map(
    ({ length, visited }) => visited / length,
  )
  return (2 * large) / small
}
