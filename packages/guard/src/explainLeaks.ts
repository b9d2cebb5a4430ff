import { fingerprintOf, type Leak, type Step } from './leak.js'
import { lineOf, publicPrefixOf, type NamedEnvironment } from './publicVariables.js'
import type { Rule } from './rule.js'

/** Places of one value that are told; a machine may have it in many files. */
const mostPlaces = 3

/** A variable that holds what a rule finds. */
type Declaration = { readonly name: string; readonly environment: NamedEnvironment }

/**
 * Adds to each leak that is the value of a variable, or stands in one, where that is set, and by which prefix a bundler
 * puts it into bundles.
 */
export function explainLeaks(
  leaks: readonly Leak[],
  environments: readonly NamedEnvironment[],
  rules: readonly Rule[],
): readonly Leak[] {
  if (leaks.length === 0) return leaks
  const declarations = declarationsOf(environments, rules)
  return leaks.map((leak) => {
    const steps = stepsOf(declarations.get(leak.fingerprint) ?? [])
    return steps.length === 0 ? leak : { ...leak, steps: [...steps, ...(leak.steps ?? [])] }
  })
}

/** Which variables hold what has a fingerprint. */
function declarationsOf(
  environments: readonly NamedEnvironment[],
  rules: readonly Rule[],
): ReadonlyMap<string, readonly Declaration[]> {
  const declarations = new Map<string, readonly Declaration[]>()
  for (const environment of environments) {
    for (const [name, value = ''] of Object.entries(environment.variables)) {
      const bytes = Buffer.from(value.trim(), 'utf8').toString('latin1')
      const found = rules.flatMap((rule) =>
        rule
          .find(bytes)
          .map(({ index, length, identity }) =>
            fingerprintOf(rule.id, identity ?? bytes.slice(index, index + length)),
          ),
      )
      for (const fingerprint of new Set(found)) {
        const others = declarations.get(fingerprint) ?? []
        declarations.set(fingerprint, [...others, { name, environment }])
      }
    }
  }
  return declarations
}

/** Where one of the variables is public, that is how the value got there. */
function stepsOf(declarations: readonly Declaration[]): readonly Step[] {
  const open = declarations.filter(({ name }) => publicPrefixOf(name) !== undefined)
  const prefixes = new Set(open.map(({ name }) => publicPrefixOf(name)))
  return [
    ...(open.length > 0 ? open : declarations).slice(0, mostPlaces).map(declarationStep),
    ...[...prefixes].map((prefix) => ({ text: `put into bundles for its prefix ${prefix}` })),
  ]
}

function declarationStep({ name, environment: { file, text } }: Declaration): Step {
  if (text === '') return { text: `${name} is set in ${file}` }
  return { text: `${name} is set`, place: { file, line: lineOf(name, text), column: 1 } }
}
