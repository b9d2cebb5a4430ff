import type { OutputIssue } from '../issue.js'
import type { Verdict } from './createRecordReader.js'
import { pathText } from './text.js'

/** What one run came to. */
export interface Summary {
  readonly files: number
  readonly records: number
  /** How many records had each status that occurred. */
  readonly statuses: Readonly<Record<string, number>>
  /** The most frequent first. Each record counts once for one code and path. */
  readonly issues: readonly IssueCount[]
  /** Records that are valid since something in them was put right. */
  readonly corrected: number
  /** Issues of further codes and paths, which were not told apart. */
  readonly otherIssues: number
}

/** How often one thing was wrong in one place; an index in the path is written `[]`. */
export interface IssueCount {
  readonly code: string
  readonly path: string
  readonly count: number
}

/** Codes and paths that are told apart: a model can write more keys than there is memory. */
const mostKinds = 1_000

/** Counts verdicts, in memory that does not grow with their number. */
export function createSummary() {
  let records = 0
  let corrected = 0
  let otherIssues = 0
  const statuses = new Map<string, number>()
  const kinds = new Map<string, { readonly code: string; readonly path: string; count: number }>()

  function addIssue({ code, path }: { readonly code: string; readonly path: string }): void {
    const key = JSON.stringify([code, path])
    const kind = kinds.get(key)
    if (kind !== undefined) kind.count += 1
    else if (kinds.size < mostKinds) kinds.set(key, { code, path, count: 1 })
    else otherIssues += 1
  }

  return {
    add({ status, reason, issues, corrections }: Verdict): void {
      records += 1
      if (corrections !== undefined) corrected += 1
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (reason !== undefined) addIssue({ code: `${status} (${reason})`, path: '' })
      for (const issue of distinct(issues)) addIssue(issue)
    },
    /** Every record so far is valid. */
    isClean: () => records === (statuses.get('valid') ?? 0),
    take(files: number): Summary {
      const issues = [...kinds.values()].toSorted((one, other) => other.count - one.count)
      return {
        files,
        records,
        statuses: Object.fromEntries(statuses),
        corrected,
        issues,
        otherIssues,
      }
    },
  }
}

function distinct(issues: readonly OutputIssue[]): { code: string; path: string }[] {
  const byText = new Map(
    issues.map(({ code, path }) => {
      const shown = pathText(path, { withIndices: false })
      return [`${code} ${shown}`, { code, path: shown }]
    }),
  )
  return [...byText.values()]
}
