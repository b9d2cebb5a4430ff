import type { Element, ElementContent, Properties } from 'hast'
import { safeAttributes, safeTags } from '../safeElements.js'

/**
 * Gives an element with only the tags and attributes of the schema, in it too; one with another tag is its content. For
 * what is made here it does as hast-util-sanitize does with the whole schema, which stands before trees from elsewhere
 * and is too large to be loaded for this.
 */
export function clean(element: Element): ElementContent[] {
  const { tagName, properties, children } = element
  const inside = children.flatMap((child) =>
    child.type === 'element' ? clean(child) : child.type === 'text' ? [child] : [],
  )
  if (!safeTags.has(tagName)) return inside
  return [
    {
      type: 'element',
      tagName,
      properties: cleanProperties(tagName, properties),
      children: inside,
    },
  ]
}

function cleanProperties(tagName: string, properties: Properties): Properties {
  const safe: Properties = {}
  const definitions = safeAttributes[tagName] ?? []
  for (const definition of definitions) {
    const [name, ...allowed] = typeof definition === 'string' ? [definition] : definition
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (value === undefined || value === null) continue
    if (!Array.isArray(value)) {
      if (isAllowed(value, allowed)) safe[name] = value
    } else safe[name] = value.filter((one) => isAllowed(one, allowed))
  }
  return safe
}

/** No list means that any value is allowed. */
function isAllowed(value: unknown, allowed: readonly unknown[]): boolean {
  return (
    allowed.length === 0 ||
    allowed.some((one) => (one instanceof RegExp ? one.test(String(value)) : one === value))
  )
}
