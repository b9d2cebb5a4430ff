import { createHash } from 'node:crypto'
import { advance, startOfFile } from './position.js'
import { createSearch } from './createSearch.js'
import type { Match, Rule, TextRule } from './rule.js'
import { viewsOf } from './views.js'

/** A file as the scan sees it: the name it is reported by, and its bytes in pieces cut anywhere. */
export type ScannedFile = {
  readonly name: string
  readonly chunks: Iterable<Uint8Array>
}

/** One secret in one place. `line` and `column` count from 1; `excerpt` is masked and safe to print in a build log. */
export type Leak = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly excerpt: string
  readonly advice: string
  /** Tells what was found from anything else that is found, without telling what it is. */
  readonly fingerprint: string
  /** Where it was written, as a source map tells it. */
  readonly source?: { readonly file: string; readonly line: number; readonly column: number }
}

/** The most bytes that one character of a match takes in a file: `\\\\u0073`, `&#x000073;`. */
const bytesPerCharacter = 12

/** Bytes before a window that are read again: an escape or a literal may have begun in them. */
const contextLength = 256

/**
 * Gives every leak in the files, in the order of the files and of their bytes. All files are read as bytes, whatever
 * their type; memory is bounded by the size of a chunk, not of a file. Throws only what reading a chunk throws.
 */
export function scan(files: Iterable<ScannedFile>, rules: readonly Rule[]): readonly Leak[] {
  const find = createFinder(rules)
  return [...files].flatMap((file) => scanFile(file, { rules, find }))
}

/** Gives the matches of all rules in a text. */
type Finder = (text: string) => readonly { readonly rule: Rule; readonly match: Match }[]

type Scanning = { readonly rules: readonly Rule[]; readonly find: Finder }

function scanFile({ name, chunks }: ScannedFile, { rules, find }: Scanning): readonly Leak[] {
  const reaches = rules.map((rule) => rule.reach * (rule.asWritten ? 1 : bytesPerCharacter))
  const reach = Math.max(0, ...reaches)
  const leaks: Leak[] = []
  let position = startOfFile
  // Bytes read but not settled, behind some that are: a match that begins in the last `reach` may go on.
  let pending = ''
  // Where what is not settled begins in `pending`.
  let start = 0
  // Where the last match ended in `pending`: a second rule must not report it again.
  let covered = 0

  const settle = (end: number): void => {
    let told = start
    for (const { rule, index, length, ...found } of findAll(pending, { rules, find })) {
      if (index < start || index >= end || index < covered) continue
      position = advance(position, pending, { from: told, to: index })
      told = index
      covered = index + length
      leaks.push({ file: name, ...position, rule: rule.id, ...found })
    }
    position = advance(position, pending, { from: told, to: end })
    const cut = Math.max(0, end - contextLength)
    pending = pending.slice(cut)
    start = end - cut
    covered = Math.max(0, covered - cut)
  }

  for (const chunk of chunks) {
    pending += Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
    if (pending.length > start + 2 * reach) settle(pending.length - reach)
  }
  settle(pending.length)
  return leaks
}

type Found = {
  readonly rule: Rule
  readonly index: number
  readonly length: number
  readonly excerpt: string
  readonly advice: string
  readonly fingerprint: string
}

/** In the order of the bytes; at one place the earlier rule first, and what is plain before what has to be read. */
function findAll(bytes: string, { rules, find }: Scanning): readonly Found[] {
  const found = viewsOf(bytes).flatMap(({ text, form, sourceOf }) =>
    find(text)
      .filter(({ rule }) => rule.asWritten !== true || form === undefined)
      .map(({ rule, match }): Found => {
        const { index, length, masked, identity, advice = rule.advice } = match
        const from = sourceOf(index)
        const to = sourceOf(index + length - 1) + 1
        const excerpt = form === undefined ? masked : `${masked}, ${form}`
        const fingerprint = fingerprintOf(rule.id, identity ?? text.slice(index, index + length))
        return { rule, index: from, length: to - from, excerpt, advice, fingerprint }
      }),
  )
  return found.toSorted(
    (left, right) =>
      left.index - right.index || rules.indexOf(left.rule) - rules.indexOf(right.rule),
  )
}

/** The texts of all rules are looked for at once. */
function createFinder(rules: readonly Rule[]): Finder {
  const byText = new Map<string, TextRule[]>()
  for (const rule of rules.filter(isTextRule)) {
    for (const text of rule.texts) byText.set(text, [...(byText.get(text) ?? []), rule])
  }
  const search = createSearch([...byText.keys()])
  const others = rules.filter((rule) => !isTextRule(rule))
  return (bytes) => [
    ...search(bytes).flatMap((place) =>
      (byText.get(place.wanted) ?? []).flatMap((rule) => {
        const match = rule.at(bytes, place)
        return match === undefined ? [] : [{ rule, match }]
      }),
    ),
    ...others.flatMap((rule) => rule.find(bytes).map((match) => ({ rule, match }))),
  ]
}

function isTextRule(rule: Rule): rule is TextRule {
  return 'texts' in rule && 'at' in rule
}

/** 64 bits of a hash: enough to name a finding in an allowlist, too few to be looked for backwards. */
export function fingerprintOf(rule: string, found: string): string {
  return createHash('sha256').update(`${rule}\0${found}`).digest('hex').slice(0, 16)
}
