import { createFileScan, type FileScan } from './createFileScan.js'
import { createPieces } from './createPieces.js'
import { foldLeaks } from './foldLeaks.js'
import { readOrder, type ScanOrder } from './scanOrder.js'

/** What is parsed where it holds pieces of a secret. */
const script = /\.[cm]?js$/

/**
 * Creates a scan that gives what `scan` gives of each file, and the secrets that scripts put together; only scripts that
 * hold pieces of one are parsed.
 */
export function createFullScan(order: ScanOrder): FileScan {
  const { rules, values } = readOrder(order)
  const scanFile = createFileScan(rules)
  const pieces = createPieces(values)
  return (file) => {
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
  }
}
