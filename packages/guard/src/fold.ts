import type { Node } from 'acorn'
import { namedValues } from './namedValues.js'
import { asNode, asNodes, fieldsOf, keyOf, nodesOf, parseScript, type Fields } from './syntax.js'

/** A text that a script puts together from constants, and where. */
export type Folded = { readonly index: number; readonly text: string }

/** Values of one expression that are followed. */
const mostCombinations = 16

/** Characters of one folded text. */
const longestText = 4_096

/** Parts of one list or sum. */
const mostParts = 512

/** How deep expressions are followed into each other. */
const mostDepth = 64

/** Expressions whose texts count; those of a name or a literal have been read already. */
const puttingTogether =
  /^(?:BinaryExpression|TemplateLiteral|CallExpression|AssignmentExpression|NewExpression)$/

/**
 * Gives the texts that a script puts together from constants: by operators, templates, and what texts and lists have for
 * it, through variables, properties, parameters and results wherever they are set. It does not know scopes, so that it
 * may find more than a run would. Empty for what is no script.
 */
export function foldConstants(script: string): readonly Folded[] {
  const program = parseScript(script)
  if (program === undefined) return []
  const nodes = nodesOf(program)
  const names = namedValues(nodes)
  /** What has been folded: an expression is asked for by each that it is in. */
  const known = new Map<Node, readonly string[]>()
  const knownLists = new Map<Node, readonly List[]>()

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
      case 'TaggedTemplateExpression':
        return fold(asNode(parts['quasi']), depth)
      case 'BinaryExpression':
        if (parts['operator'] !== '+') return []
        return joinAll([asNode(parts['left']), asNode(parts['right'])], '', depth)
      case 'ConditionalExpression':
        return foldEach([parts['consequent'], parts['alternate']], depth)
      case 'LogicalExpression':
        return foldEach([parts['left'], parts['right']], depth)
      case 'AssignmentExpression':
        if (parts['operator'] !== '+=') return fold(asNode(parts['right']), depth)
        return fold(asNode(parts['left']), depth)
      case 'SequenceExpression':
        return fold(asNodes(parts['expressions']).at(-1), depth)
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return fold(asNode(parts['expression']), depth)
      case 'Identifier':
        return variable(`var ${keyOf(node)}`, depth)
      case 'MemberExpression':
        return member(parts, depth)
      case 'CallExpression':
        return call(parts, depth)
      default:
        return []
    }
  }

  function foldEach(unsafe: readonly unknown[], depth: number): readonly string[] {
    return unsafe.flatMap((one) => fold(asNode(one), depth))
  }

  /** What is added later stands behind each value. */
  function variable(name: string, depth: number): readonly string[] {
    const values = names.values(name)
    const added = names.added(name)
    const plain = values.flatMap((value) => fold(value, depth))
    if (added.length === 0) return plain
    const [first = ''] = plain
    return [...joinAll([first, ...added], '', depth), ...plain]
  }

  function member({ object, property, computed }: Fields, depth: number): readonly string[] {
    const key = asNode(property)
    const { value } = fieldsOf(key)
    const items =
      computed === true && typeof value === 'number' ? listsOf(asNode(object), depth) : []
    return [
      ...items.flatMap((list) => foldPart(list[Number(value)], depth)),
      ...names.values(`property ${keyOf(key)}`).flatMap((one) => fold(one, depth)),
    ]
  }

  function foldPart(part: Part | undefined, depth: number): readonly string[] {
    return typeof part === 'string' ? [part] : fold(part, depth)
  }

  /** Every combination of the parts' values; a part without any makes the whole unknown. */
  function joinAll(parts: readonly Part[], separator: string, depth: number): readonly string[] {
    if (parts.length > mostParts) return []
    let texts: readonly string[] = ['']
    for (const [index, part] of parts.entries()) {
      const values = foldPart(part, depth)
      texts = texts
        .flatMap((text) => values.map((value) => (index === 0 ? value : text + separator + value)))
        .slice(0, mostCombinations)
      if (texts.length === 0) break
    }
    return texts
  }

  function call(parts: Fields, depth: number): readonly string[] {
    const callee = asNode(parts['callee'])
    const given = asNodes(parts['arguments'])
    const { object, property } = fieldsOf(callee)
    const target = asNode(object)
    const argument = (index: number): string | undefined => fold(given[index], depth)[0]
    const numbers = given.map((node) => numberOf(node))
    const name = callee?.type === 'Identifier' ? keyOf(callee) : keyOf(property)
    switch (name) {
      case 'atob':
        return fold(given[0], depth).map((text) => decode(text, 'base64'))
      case 'decodeURIComponent':
      case 'decodeURI':
      case 'unescape':
        return fold(given[0], depth).map(decodePercents)
      case 'from':
        // `Buffer.from`; of an `Array.from` only a list is of use.
        return fold(given[0], depth).map((text) => decode(text, argument(1)))
      case 'String':
      case 'raw':
        return fold(given[0], depth)
      case 'fromCharCode':
      case 'fromCodePoint':
        return fromCodes(numbers)
      case 'concat':
        return joinAll([target, ...given], '', depth)
      case 'join': {
        const separator = given.length === 0 ? ',' : argument(0)
        if (separator === undefined) return []
        return listsOf(target, depth).flatMap((list) => joinAll(list, separator, depth))
      }
      case 'reduce':
        return listsOf(target, depth).flatMap((list) => joinAll(list, '', depth))
      case 'at':
        return listsOf(target, depth).flatMap((list) => foldPart(list.at(numbers[0] ?? 0), depth))
      case 'slice':
      case 'substring':
        return fold(target, depth).map((text) => text.slice(numbers[0], numbers[1]))
      case 'substr':
        return fold(target, depth).map((text) => {
          const rest = text.slice(numbers[0])
          return numbers[1] === undefined ? rest : rest.slice(0, numbers[1])
        })
      case 'replace':
      case 'replaceAll':
        return fold(target, depth).map((text) => replaceAll(text, given[0], argument))
      case 'toString':
      case 'trim':
      case 'valueOf':
        return fold(target, depth)
      default:
        return names.values(`result ${name}`).flatMap((value) => fold(value, depth))
    }
  }

  function replaceAll(
    text: string,
    pattern: Node | undefined,
    argument: (index: number) => string | undefined,
  ): string {
    const { regex } = fieldsOf(pattern ?? null)
    const isPattern = typeof regex === 'object' && regex !== null && 'pattern' in regex
    // Only patterns that are a text themselves: another one could take for ever.
    const wanted = isPattern ? plainPattern(String(regex.pattern)) : argument(0)
    return wanted ? text.replaceAll(wanted, argument(1) ?? '') : text
  }

  /** The lists that an expression may be, by their items. */
  function listsOf(node: Node | null, depth: number): readonly List[] {
    if (node === null || depth > mostDepth) return []
    const before = knownLists.get(node)
    if (before !== undefined) return before
    knownLists.set(node, [])
    const lists = evaluateLists(node, depth + 1)
      .filter(({ length }) => length <= mostParts)
      .slice(0, mostCombinations)
    knownLists.set(node, lists)
    return lists
  }

  function evaluateLists(node: Node, depth: number): readonly List[] {
    const parts = fieldsOf(node)
    switch (node.type) {
      case 'ArrayExpression':
        return [asNodes(parts['elements']).flatMap((item) => itemsOf(item, depth))]
      case 'Identifier': {
        const name = `var ${keyOf(node)}`
        const added = names.added(name)
        const lists = names.values(name).flatMap((value) => listsOf(value, depth))
        return added.length === 0 ? lists : lists.map((list) => [...list, ...added])
      }
      case 'CallExpression':
        return calledLists(parts, depth)
      default:
        return []
    }
  }

  function itemsOf(item: Node, depth: number): readonly Part[] {
    if (item.type !== 'SpreadElement') return [item]
    const spread = asNode(fieldsOf(item)['argument'])
    const [list] = listsOf(spread, depth)
    if (list !== undefined) return list
    const [text] = fold(spread, depth)
    return text === undefined ? [item] : [...text]
  }

  function calledLists(parts: Fields, depth: number): readonly List[] {
    const { object, property } = fieldsOf(asNode(parts['callee']))
    const target = asNode(object)
    const given = asNodes(parts['arguments'])
    switch (keyOf(property)) {
      case 'split': {
        const [separator] = fold(given[0], depth)
        return fold(target, depth).map((text) => text.split(separator ?? ','))
      }
      case 'reverse':
      case 'toReversed':
        return listsOf(target, depth).map((list) => list.toReversed())
      case 'concat':
        return listsOf(target, depth).map((list) => [
          ...list,
          ...given.flatMap((one) => listsOf(one, depth)[0] ?? [one]),
        ])
      case 'flat':
        return listsOf(target, depth).map((list) =>
          list.flatMap((one) =>
            typeof one === 'string' ? [one] : (listsOf(one, depth)[0] ?? [one]),
          ),
        )
      case 'map':
      case 'filter':
      case 'slice':
        return listsOf(target, depth)
      case 'from': {
        const lists = given.slice(0, 1).flatMap((one) => listsOf(one, depth))
        return lists.length > 0 ? lists : fold(given[0], depth).map((text) => [...text])
      }
      case 'values': {
        const properties = asNodes(fieldsOf(given[0] ?? null)['properties'])
        return [properties.map((one) => asNode(fieldsOf(one)['value']))]
      }
      default:
        return []
    }
  }

  return nodes
    .filter(({ type }) => puttingTogether.test(type))
    .flatMap((node) => fold(node, 0).map((text) => ({ index: node.start, text })))
}

/** A text, or an expression that may have some; null for what is missing. */
type Part = string | Node | null

type List = readonly Part[]

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

function numberOf(node: Node): number | undefined {
  const { value, operator, argument } = fieldsOf(node)
  if (typeof value === 'number') return value
  const { value: opposite } = fieldsOf(asNode(argument))
  return operator === '-' && typeof opposite === 'number' ? -opposite : undefined
}

function fromCodes(codes: readonly (number | undefined)[]): readonly string[] {
  const known = codes
    .filter((code) => code !== undefined)
    .filter((code) => code >= 0 && code <= 0x10ffff)
  const isText = known.length > 0 && known.length === codes.length
  return isText ? [String.fromCodePoint(...known.map((code) => Math.trunc(code)))] : []
}

function decode(text: string, encoding: string | undefined): string {
  if (encoding !== 'base64' && encoding !== 'hex') return text
  return Buffer.from(text, encoding).toString('latin1')
}

function decodePercents(text: string): string {
  return text.replaceAll(/%([\da-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  )
}

/** What a pattern without any sign stands for. */
function plainPattern(pattern: string): string | undefined {
  return /^[^\\^$.*+?()[\]{}|]+$/.test(pattern) ? pattern : undefined
}
