import { textRule, type TextRule } from './rule.js'

/** A map's sources; a list of nothing but `null` has none. */
const sources = /"sourcesContent"\s{0,9}:\s{0,9}\[\s{0,9}(?:null\s{0,9},\s{0,9}){0,1000}"/y

/** What a map inside the script itself begins with. */
const inlineMap = 'sourceMappingURL=data:application/json'

/** Finds source maps that hand out the sources. */
export const sourceMaps: TextRule = textRule({
  id: 'source-map',
  advice: 'Give the map to your error tracker and not to browsers, or allow it with a reason',
  reach: 8_192,
  asWritten: true,
  texts: ['"sourcesContent"', inlineMap],
  at: (bytes, { index, wanted }) => {
    sources.lastIndex = index
    const found = wanted === inlineMap ? wanted : sources.exec(bytes)?.[0]
    if (found === undefined) return undefined
    return { index, length: found.length, masked: 'a source map with the sources in it' }
  },
})
