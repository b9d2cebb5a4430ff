const longest = 24 * 60 * 60

/** Reads a `retry-after` header of seconds or a date as whole seconds from 1 to a day; undefined for anything else. */
export function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined
  const isCount = /^\d+(\.\d+)?$/.test(header.trim())
  const seconds = isCount ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  if (!Number.isFinite(seconds)) return undefined
  return Math.min(Math.max(Math.ceil(seconds), 1), longest)
}
