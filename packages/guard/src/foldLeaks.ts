import type { ScannedFile } from './createFileScan.js'
import { foldConstants } from './fold.js'
import { fingerprintOf, type Leak } from './leak.js'
import type { Rule } from './rule.js'

/** Bytes of a script that is parsed; larger ones are read for pieces in their order only. */
const largestScript = 8 * 1024 * 1024

/** Shorter texts hold no key. */
const shortestFolded = 16

/** Finds secrets that a script puts together from constants, in any order and through variables. */
export function foldLeaks(file: ScannedFile, rules: readonly Rule[]): readonly Leak[] {
  const script = readScript(file)
  if (script === undefined) return []
  return foldConstants(script)
    .filter(({ text }) => text.length >= shortestFolded)
    .flatMap(({ index, text }) => {
      const bytes = Buffer.from(text).toString('latin1')
      return rules.flatMap((rule) =>
        rule
          .find(bytes)
          .map(({ index: inside, length, masked, identity, advice = rule.advice }) => ({
            file: file.name,
            ...positionAt(script, index),
            rule: rule.id,
            excerpt: `${masked}, put together by the script`,
            advice,
            fingerprint: fingerprintOf(rule.id, identity ?? bytes.slice(inside, inside + length)),
          })),
      )
    })
}

/** The text of a script; undefined for one that is too large to be parsed. */
function readScript({ chunks }: ScannedFile): string | undefined {
  const read: Uint8Array[] = []
  let length = 0
  for (const chunk of chunks) {
    length += chunk.length
    if (length > largestScript) return undefined
    // A chunk may be written over by the next one.
    read.push(Uint8Array.from(chunk))
  }
  return Buffer.concat(read).toString('utf8')
}

function positionAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}
