import type { Citation } from '@glovebox/schema/protocol'

/** Something a message rests on, as the API named it; every string is untrusted. */
export interface UnsafeSource {
  readonly title: string
  readonly url: string | undefined
  readonly quotes: readonly string[]
}

/** Lists of a message are shown up to here. */
const mostSources = 100

/** Gathers citations by what they cite, in order of first use. */
export function readCitations(citations: readonly Citation[]): readonly UnsafeSource[] {
  const sources = new Map<string, { title: string; url: string | undefined; quotes: string[] }>()
  for (const unsafe of citations) {
    if (!isRecord(unsafe)) continue
    const title = textAt(unsafe, 'title') ?? textAt(unsafe, 'document_title') ?? ''
    // `search_result_location` names its address `source`.
    const url = textAt(unsafe, 'url') ?? textAt(unsafe, 'source')
    const key = JSON.stringify([url, title, url === undefined ? unsafe['document_index'] : 0])
    const source = sources.get(key) ?? { title, url, quotes: [] }
    if (!sources.has(key)) {
      if (sources.size === mostSources) continue
      sources.set(key, source)
    }
    const quote = textAt(unsafe, 'cited_text')
    const isNew = quote !== undefined && quote !== '' && !source.quotes.includes(quote)
    if (isNew && source.quotes.length < 20) source.quotes.push(quote)
  }
  return [...sources.values()]
}

/** Reads what a search or fetch that ran at the API's side found; undefined where it failed. */
export function readResults(unsafeContent: unknown): readonly UnsafeSource[] | undefined {
  const unsafeResults = Array.isArray(unsafeContent) ? unsafeContent : [unsafeContent]
  const sources: UnsafeSource[] = []
  for (const unsafe of unsafeResults.slice(0, mostSources)) {
    if (!isRecord(unsafe)) continue
    const url = textAt(unsafe, 'url')
    if (url !== undefined) sources.push({ title: textAt(unsafe, 'title') ?? '', url, quotes: [] })
  }
  return sources.length === 0 ? undefined : sources
}

function textAt(unsafe: object, key: string): string | undefined {
  const value: unknown = Object.hasOwn(unsafe, key) ? Reflect.get(unsafe, key) : undefined
  return typeof value === 'string' ? value.slice(0, 10_000) : undefined
}

function isRecord(unsafe: unknown): unsafe is Readonly<Record<string, unknown>> {
  return typeof unsafe === 'object' && unsafe !== null
}
