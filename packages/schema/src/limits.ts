import { GloveboxSchemaError } from './GloveboxSchemaError.js'

/** How much JSON is read. What goes beyond a limit is `too-big`, found while it is read and before zod sees it. */
export interface OutputLimits {
  /** UTF-8 bytes of the text. 1 MiB by default. */
  readonly bytes: number
  /** Nested arrays and objects. 64 by default; zod's own recursion overflows at about 1,000. */
  readonly depth: number
  /** Keys of all objects together. 10,000 by default. */
  readonly keys: number
  /** Items of all arrays together. 10,000 by default. */
  readonly items: number
  /** UTF-16 units of one string. 200,000 by default. */
  readonly stringLength: number
}

/** The limits where none are given. */
export const defaultLimits: OutputLimits = Object.freeze({
  bytes: 1024 * 1024,
  depth: 64,
  keys: 10_000,
  items: 10_000,
  stringLength: 200_000,
})

/** Completes limits. Throws `GloveboxSchemaError` for one that is no number from 1. */
export function readLimits(changes: Partial<OutputLimits> = {}): OutputLimits {
  const limits = { ...defaultLimits, ...changes }
  for (const [name, value] of Object.entries(limits)) {
    if (!(value >= 1)) {
      const message = `Cannot read output: \`limits.${name}\` is ${String(value)}, expected 1 or more`
      throw new GloveboxSchemaError('invalid-limits', message)
    }
  }
  return limits
}
