import { parse, type Node } from 'acorn'

/** The fields of a node by name. */
export type Fields = Readonly<Record<string, unknown>>

/** Gives the syntax tree of a script of either kind; undefined for what is none. */
export function parseScript(script: string): Node | undefined {
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parse(script, { ecmaVersion: 'latest', sourceType, allowHashBang: true })
    } catch {
      // The other kind, or no script.
    }
  }
  return undefined
}

/** All nodes in their order, outer ones first; without recursion: minified sums can be thousands deep. */
export function nodesOf(program: Node): readonly Node[] {
  const nodes: Node[] = []
  const waiting: Node[] = [program]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node)
    for (const value of Object.values(fieldsOf(node))) {
      if (isNode(value)) waiting.push(value)
      else if (Array.isArray(value)) waiting.push(...asNodes(value))
    }
  }
  return nodes.toSorted((left, right) => left.start - right.start || right.end - left.end)
}

/** They are not copied: a script has hundreds of thousands of nodes. */
export function fieldsOf(node: Node | null): Fields {
  return node !== null && hasFields(node) ? node : {}
}

export function asNode(unsafe: unknown): Node | null {
  return isNode(unsafe) ? unsafe : null
}

export function asNodes(unsafe: unknown): readonly Node[] {
  return Array.isArray(unsafe) ? unsafe.filter(isNode) : []
}

/** The name that a node is, or the value of a literal: how a property is called. */
export function keyOf(unsafe: unknown): string {
  const { name, value } = fieldsOf(asNode(unsafe))
  return String(name ?? value ?? '')
}

function hasFields(node: Node): node is Node & Fields {
  return 'type' in node
}

function isNode(unsafe: unknown): unsafe is Node {
  return typeof unsafe === 'object' && unsafe !== null && 'type' in unsafe && 'start' in unsafe
}
