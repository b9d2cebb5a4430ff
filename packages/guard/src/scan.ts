import { createFileScan, type ScannedFile } from './createFileScan.js'
import type { Leak } from './leak.js'
import type { Rule } from './rule.js'

/**
 * Gives every leak in the files, in the order of the files and of their bytes. All files are read as bytes, whatever
 * their type; memory does not grow with a file. Throws only what reading a chunk throws.
 */
export function scan(files: Iterable<ScannedFile>, rules: readonly Rule[]): readonly Leak[] {
  const scanFile = createFileScan(rules)
  return [...files].flatMap((file) => scanFile(file))
}
