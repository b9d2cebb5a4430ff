import { createFileScan, type ScannedFile } from './createFileScan.js'
import { createPieces } from './createPieces.js'
import { foldLeaks } from './foldLeaks.js'
import type { Leak } from './leak.js'
import type { Rule } from './rule.js'

/** What is parsed where it holds pieces of a secret. */
const script = /\.[cm]?js$/

/** Gives what `scan` gives, and the secrets that scripts put together; only scripts that hold pieces of one are parsed. */
export function scanFully(
  files: readonly ScannedFile[],
  rules: readonly Rule[],
  values: readonly string[],
): readonly Leak[] {
  const scanFile = createFileScan(rules)
  const pieces = createPieces(values)
  return files.flatMap((file) => {
    if (!script.test(file.name)) return scanFile(file)
    const leaks = scanFile(file, pieces.see)
    if (!pieces.takeVerdict()) return leaks
    const known = new Set(leaks.map(({ fingerprint }) => fingerprint))
    const folded = foldLeaks(file, rules).filter(({ fingerprint }) => {
      const isNew = !known.has(fingerprint)
      known.add(fingerprint)
      return isNew
    })
    return [...leaks, ...folded]
  })
}
