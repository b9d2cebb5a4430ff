import { createSearch } from './createSearch.js'
import { encodings } from './encodings.js'
import { foldConstants } from './fold.js'
import type { Rule } from './rule.js'
import { fingerprintOf, type Leak, type ScannedFile } from './scan.js'

/** Bytes of a script that is parsed; larger ones are read for pieces in their order only. */
const largestScript = 8 * 1024 * 1024

/** Characters of a piece by which a script is known to hold a part of a secret. */
const pieceLength = 6

/** Shorter texts hold no key. */
const shortestFolded = 16

/** Pieces of the beginnings of keys whose values nobody knows. */
const beginnings = ['sk-ant-', 'ant-api0', 'ant-admin0', 'ant-oat0', 'ant-ort0', '-api03-']

/** What is folded for, and what has been found without it. */
export type FoldOptions = {
  readonly rules: readonly Rule[]
  /** The values of secrets. */
  readonly values: readonly string[]
  readonly found: readonly Leak[]
}

/**
 * Finds secrets that a script puts together from constants, in any order and through variables. Only scripts that hold a
 * piece of one are parsed.
 */
export function foldLeaks(
  files: Iterable<ScannedFile>,
  { rules, values, found }: FoldOptions,
): readonly Leak[] {
  const forms = values.flatMap((value) => encodings(value).map(({ bytes }) => bytes))
  const search = createSearch([...forms.flatMap(piecesOf), ...beginnings])
  const known = new Set(found.map(({ file, fingerprint }) => `${fingerprint} ${file}`))
  const leaks: Leak[] = []
  for (const file of files) {
    if (!/\.[cm]?js$/.test(file.name)) continue
    const script = readScript(file)
    if (script === undefined || search(script).length === 0) continue
    for (const leak of leaksOf(file.name, script, rules)) {
      const key = `${leak.fingerprint} ${leak.file}`
      if (!known.has(key)) leaks.push(leak)
      known.add(key)
    }
  }
  return leaks
}

function leaksOf(file: string, script: string, rules: readonly Rule[]): readonly Leak[] {
  return foldConstants(script)
    .filter(({ text }) => text.length >= shortestFolded)
    .flatMap(({ index, text }) => {
      const bytes = Buffer.from(text).toString('latin1')
      return rules.flatMap((rule) =>
        rule
          .find(bytes)
          .map(({ index: inside, length, masked, identity, advice = rule.advice }) => ({
            file,
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

function piecesOf(value: string): readonly string[] {
  const count = Math.max(0, value.length - pieceLength + 1)
  return Array.from({ length: count }, (_, index) => value.slice(index, index + pieceLength))
}

function positionAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}
