import type { Rule } from './rule.js'

/** Sources in a map; a list of nothing but `null` has none. */
const sources = /"sourcesContent"\s{0,9}:\s{0,9}\[\s{0,9}(?:null\s{0,9},\s{0,9}){0,1000}"/g

/** A map inside the script itself. */
const inlineMap = /sourceMappingURL=data:application\/json[;,]/g

/** Finds source maps that hand out the sources. */
export const sourceMaps: Rule = {
  id: 'source-map',
  advice: 'Give the map to your error tracker and not to browsers, or allow it with a reason',
  reach: 8_192,
  asWritten: true,
  find: (bytes) =>
    [sources, inlineMap].flatMap((pattern) =>
      [...bytes.matchAll(pattern)].map(({ index, 0: found }) => ({
        index,
        length: found.length,
        masked: 'a source map with the sources in it',
      })),
    ),
}
