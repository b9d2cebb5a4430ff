import { parse, type Node } from 'acorn'

/** A text that a script puts together from constants, and where. */
export type Folded = { readonly index: number; readonly text: string }

/** Values that are followed for one name: minifiers give many constants the same one. */
const mostValues = 4

/** Values of one expression that are followed. */
const mostCombinations = 16

/** Characters of one folded text. */
const longestText = 4_096

/** How deep expressions are followed into each other. */
const mostDepth = 64

/**
 * Gives the texts that a script puts together from constants: sums, templates, `concat`, `join`, `reverse`, `slice`,
 * `fromCharCode` and `atob`, through variables and properties wherever they are set. It does not know scopes, so that it
 * may find more than a run would. Empty for what is no script.
 */
export function foldConstants(script: string): readonly Folded[] {
  const program = parseScript(script)
  if (program === undefined) return []
  const nodes = nodesOf(program)
  const names = namedValues(nodes)
  /** What has been folded: an expression is asked for by each that it is in. */
  const known = new Map<Node, readonly string[]>()

  function fold(node: Node | null | undefined, depth: number): readonly string[] {
    if (node === null || node === undefined || depth > mostDepth) return []
    const before = known.get(node)
    if (before !== undefined) return before
    // While it is being folded it has no value: a name may stand for itself.
    known.set(node, [])
    const texts = evaluate(node, depth + 1)
      .filter((text) => text.length <= longestText)
      .slice(0, mostCombinations)
    known.set(node, texts)
    return texts
  }

  function evaluate(node: Node, depth: number): readonly string[] {
    const parts = fieldsOf(node)
    switch (node.type) {
      case 'Literal':
        return typeof parts['value'] === 'string' ? [parts['value']] : []
      case 'TemplateLiteral':
        return joinAll(templateParts(parts), '', depth)
      case 'BinaryExpression':
        if (parts['operator'] !== '+') return []
        return joinAll([asNode(parts['left']), asNode(parts['right'])], '', depth)
      case 'Identifier':
        return valuesOf(`var ${String(parts['name'])}`, depth)
      case 'MemberExpression':
        return valuesOf(`property ${keyOf(parts['property'])}`, depth)
      case 'CallExpression':
        return call(parts, depth)
      default:
        return []
    }
  }

  function valuesOf(name: string, depth: number): readonly string[] {
    return (names.get(name) ?? []).flatMap((value) => fold(value, depth))
  }

  /** Every combination of the parts' values; a part without any makes the whole unknown. */
  function joinAll(parts: readonly Part[], separator: string, depth: number): readonly string[] {
    let texts: readonly string[] = ['']
    for (const [index, part] of parts.entries()) {
      const values = typeof part === 'string' ? [part] : fold(part, depth)
      texts = texts
        .flatMap((text) => values.map((value) => (index === 0 ? value : text + separator + value)))
        .slice(0, mostCombinations)
    }
    return texts
  }

  function call(parts: Fields, depth: number): readonly string[] {
    const callee = asNode(parts['callee'])
    const given = asNodes(parts['arguments'])
    if (callee === null) return []
    const { object, property, name } = fieldsOf(callee)
    if (callee.type === 'Identifier') {
      return name === 'atob' ? fold(given[0], depth).map(decodeBase64) : []
    }
    const target = asNode(object)
    if (target === null) return []
    switch (keyOf(property)) {
      case 'fromCharCode':
      case 'fromCodePoint':
        return fromCodes(given)
      case 'concat':
        return joinAll([target, ...given], '', depth)
      case 'join': {
        const [separator = ','] = given.length === 0 ? [] : fold(given[0], depth)
        return joinList(target, separator, depth)
      }
      case 'slice':
      case 'substring': {
        const [start = 0, end] = given.map((node) => Number(fieldsOf(node)['value']))
        return fold(target, depth).map((text) => text.slice(start, end))
      }
      case 'toString':
      case 'trim':
        return fold(target, depth)
      default:
        return []
    }
  }

  /** `[…].join`, also of a list that is reversed, or that a text has been split into. */
  function joinList(list: Node, separator: string, depth: number): readonly string[] {
    const parts = fieldsOf(list)
    if (list.type === 'ArrayExpression')
      return joinAll(asNodes(parts['elements']), separator, depth)
    if (list.type !== 'CallExpression') return []
    const callee = fieldsOf(asNode(parts['callee']) ?? list)
    const target = asNode(callee['object'])
    if (target === null || separator !== '') return []
    if (keyOf(callee['property']) === 'split') return fold(target, depth)
    if (keyOf(callee['property']) !== 'reverse') return []
    return joinList(target, '', depth + 1).map((text) => [...text].toReversed().join(''))
  }

  return nodes
    .filter(({ type }) => /^(?:BinaryExpression|TemplateLiteral|CallExpression)$/.test(type))
    .flatMap((node) => fold(node, 0).map((text) => ({ index: node.start, text })))
}

type Fields = Readonly<Record<string, unknown>>

/** A text, or an expression that may have some; null for what is missing. */
type Part = string | Node | null

function parseScript(script: string): Node | undefined {
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parse(script, { ecmaVersion: 'latest', sourceType, allowHashBang: true })
    } catch {
      // The other kind, or no script.
    }
  }
  return undefined
}

/** All nodes, without recursion: minified sums can be thousands deep. */
function nodesOf(program: Node): readonly Node[] {
  const nodes: Node[] = []
  const waiting: Node[] = [program]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node)
    for (const value of Object.values(fieldsOf(node))) {
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) waiting.push(child)
    }
  }
  return nodes
}

/** What variables and properties are set to, by name. */
function namedValues(nodes: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const values = new Map<string, Node[]>()
  const set = (name: string, unsafeValue: unknown): void => {
    const value = asNode(unsafeValue)
    if (value === null) return
    const others = values.get(name)
    if (others === undefined) values.set(name, [value])
    else if (others.length < mostValues) others.push(value)
  }
  for (const node of nodes) {
    const { id, init, left, right, key, value } = fieldsOf(node)
    if (node.type === 'VariableDeclarator') set(`var ${keyOf(id)}`, init)
    if (node.type === 'Property' || node.type === 'PropertyDefinition')
      set(`property ${keyOf(key)}`, value)
    const target = node.type === 'AssignmentExpression' ? asNode(left) : null
    if (target?.type === 'Identifier') set(`var ${keyOf(target)}`, right)
    if (target?.type === 'MemberExpression')
      set(`property ${keyOf(fieldsOf(target)['property'])}`, right)
  }
  return values
}

/** The texts and expressions of a template, in their order. */
function templateParts({ quasis, expressions }: Fields): readonly Part[] {
  const between = asNodes(expressions)
  return asNodes(quasis).flatMap((quasi, index) => [
    cookedOf(quasi),
    ...between.slice(index, index + 1),
  ])
}

function cookedOf(quasi: Node): string {
  const { value } = fieldsOf(quasi)
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return ''
  return typeof value.cooked === 'string' ? value.cooked : ''
}

function keyOf(unsafe: unknown): string {
  const node = asNode(unsafe)
  const { name, value } = node === null ? {} : fieldsOf(node)
  return String(name ?? value ?? '')
}

function fromCodes(given: readonly Node[]): readonly string[] {
  const codes = given.map((node) => Number(fieldsOf(node)['value']))
  const isText = codes.length > 0 && codes.every((code) => code >= 0 && code <= 0x10ffff)
  return isText ? [String.fromCodePoint(...codes)] : []
}

function decodeBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1')
}

/** The fields of a node by name. They are not copied: a script has hundreds of thousands of nodes. */
function fieldsOf(node: Node): Fields {
  return hasFields(node) ? node : {}
}

function hasFields(node: Node): node is Node & Fields {
  return 'type' in node
}

function asNode(unsafe: unknown): Node | null {
  return isNode(unsafe) ? unsafe : null
}

function asNodes(unsafe: unknown): readonly Node[] {
  return Array.isArray(unsafe) ? unsafe.filter(isNode) : []
}

function isNode(unsafe: unknown): unsafe is Node {
  return typeof unsafe === 'object' && unsafe !== null && 'type' in unsafe && 'start' in unsafe
}
