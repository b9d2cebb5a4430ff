import type { Node } from 'acorn'
import { asNode, asNodes, fieldsOf, keyOf } from './syntax.js'

/** What a script sets by name, wherever and whenever it does so. */
export type NamedValues = {
  /** What a variable (`var x`), a property (`property x`) or a call (`result x`) may be. */
  readonly values: (name: string) => readonly Node[]
  /** What is added to a variable later, by `+=` or `push`. */
  readonly added: (name: string) => readonly Node[]
}

/** Values that are followed for one name: minifiers give many constants the same one. */
const mostValues = 4

/** Pieces that are added to one variable. */
const mostAdded = 32

/** Gathers what is set by name. It knows no scopes, so that one name may have the values of several. */
export function namedValues(nodes: readonly Node[]): NamedValues {
  const values = new Map<string, Node[]>()
  const added = new Map<string, Node[]>()
  /** Parameters of functions, by the functions' names. */
  const parameters = new Map<string, readonly Node[]>()

  const set = (name: string, value: Node | null): void => keep(values, name, value, mostValues)

  /** Gives every name in a pattern its part of the value. */
  const bind = (pattern: Node | null, value: Node | null): void => {
    if (pattern === null) return
    const { elements, properties, left, right } = fieldsOf(pattern)
    if (pattern.type === 'Identifier') set(`var ${keyOf(pattern)}`, value)
    if (pattern.type === 'AssignmentPattern') {
      bind(asNode(left), asNode(right))
      bind(asNode(left), value)
    }
    if (pattern.type === 'ArrayPattern') {
      const items = asNodes(fieldsOf(value)['elements'])
      for (const [index, element] of asNodes(elements).entries())
        bind(element, items[index] ?? null)
    }
    if (pattern.type !== 'ObjectPattern') return
    for (const property of asNodes(properties)) {
      const { key, value: inner } = fieldsOf(property)
      const given = asNodes(fieldsOf(value)['properties']).find(
        (one) => keyOf(fieldsOf(one)['key']) === keyOf(key),
      )
      bind(asNode(inner), asNode(fieldsOf(given ?? null)['value']))
    }
  }

  const learnFunction = (name: string, node: Node | null): void => {
    if (node === null || !/Function/.test(node.type)) return
    const { params, body } = fieldsOf(node)
    parameters.set(name, asNodes(params))
    const block = asNode(body)
    const returned =
      block?.type === 'BlockStatement'
        ? asNodes(fieldsOf(block)['body'])
            .filter(({ type }) => type === 'ReturnStatement')
            .map((statement) => asNode(fieldsOf(statement)['argument']))
        : [block]
    for (const value of returned) set(`result ${name}`, value)
  }

  for (const node of nodes) {
    const { id, init, left, right, key, value, params, operator } = fieldsOf(node)
    if (node.type === 'VariableDeclarator') {
      bind(asNode(id), asNode(init))
      learnFunction(keyOf(id), asNode(init))
    }
    if (node.type === 'FunctionDeclaration') learnFunction(keyOf(id), node)
    if (node.type === 'Property' || node.type === 'PropertyDefinition')
      set(`property ${keyOf(key)}`, asNode(value))
    for (const parameter of asNodes(params)) bind(parameter, null)
    const target = node.type === 'AssignmentExpression' ? asNode(left) : null
    if (operator === '+=') {
      keep(added, `var ${keyOf(target)}`, asNode(right), mostAdded)
    } else if (target?.type === 'MemberExpression') {
      set(`property ${keyOf(fieldsOf(target)['property'])}`, asNode(right))
    } else {
      bind(target, asNode(right))
    }
  }
  for (const node of nodes) {
    if (node.type !== 'CallExpression') continue
    const { callee, arguments: given } = fieldsOf(node)
    const { object, property } = fieldsOf(asNode(callee))
    if (keyOf(property) === 'push') {
      for (const item of asNodes(given)) keep(added, `var ${keyOf(object)}`, item, mostAdded)
    }
    for (const [index, parameter] of (parameters.get(keyOf(callee)) ?? []).entries()) {
      bind(parameter, asNodes(given)[index] ?? null)
    }
  }
  return {
    values: (name) => values.get(name) ?? [],
    added: (name) => added.get(name) ?? [],
  }
}

function keep(known: Map<string, Node[]>, name: string, value: Node | null, most: number): void {
  if (value === null) return
  const others = known.get(name)
  if (others === undefined) known.set(name, [value])
  else if (others.length < most && !others.includes(value)) others.push(value)
}
