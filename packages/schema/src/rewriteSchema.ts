import { isForbiddenKey } from './forbiddenKey.js'

/** A JSON Schema object. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A rule of Claude's structured outputs that a schema breaks. */
export interface SchemaIssue {
  readonly path: readonly (string | number)[]
  readonly rule:
    | 'unsupported'
    | 'recursion'
    | 'record'
    | 'tuple'
    | 'unknown'
    | 'intersection'
    | 'forbidden-key'
    | 'optional-limit'
    | 'union-limit'
    | 'tool-limit'
    | 'duplicate-tool'
  /** What is wrong, and what to write instead. */
  readonly message: string
}

/** Keywords that mean the same to Claude as to zod. */
const kept = new Set(['type', 'enum', 'const', 'description', 'title', 'default'])

/** Formats that Claude's grammar knows. */
const formats = new Set([
  'date-time',
  'time',
  'date',
  'duration',
  'email',
  'hostname',
  'uri',
  'ipv4',
  'ipv6',
  'uuid',
])

/** Keywords that say nothing about the value. */
const ignored = new Set([
  '$schema',
  '$id',
  '$defs',
  'definitions',
  'examples',
  'additionalProperties',
])

/** Rewrites zod's JSON Schema into Claude's subset, collects the rules it breaks, and counts what the API limits. */
export function rewriteSchema(
  unsafeRoot: unknown,
  issues: SchemaIssue[],
): { schema: JsonSchema; optional: number; unions: number } {
  let optional = 0
  let unions = 0

  const definitions = asObject(asObject(unsafeRoot)['$defs'])
  /** The definitions that are being written out, from the outermost on. */
  const entered: string[] = []

  /** zod puts a schema that has an id aside and refers to it; only a reference to what is being written is a circle. */
  function rewrite(unsafe: unknown, path: SchemaIssue['path']): JsonSchema {
    const reference = asObject(unsafe)['$ref']
    if (typeof reference !== 'string') return rewriteNode(asObject(unsafe), path)
    const name = reference.replace(/^#\/\$defs\//, '')
    if (entered.includes(name) || !Object.hasOwn(definitions, name)) {
      return stop(
        path,
        'recursion',
        'A schema that contains itself is not supported; write out the levels',
      )
    }
    entered.push(name)
    const { $ref: _reference, ...beside } = asObject(unsafe)
    const rewritten = rewriteNode({ ...asObject(definitions[name]), ...beside }, path)
    entered.pop()
    return rewritten
  }

  function rewriteNode(node: JsonSchema, path: SchemaIssue['path']): JsonSchema {
    if (node['type'] === undefined && !('enum' in node) && !('const' in node) && !hasUnion(node)) {
      return stop(
        path,
        'unknown',
        '`any`, `unknown` and types without a JSON form are not supported; name the type',
      )
    }
    if ('prefixItems' in node) {
      return stop(
        path,
        'tuple',
        'A tuple is not supported; use an object with a field for each place',
      )
    }
    if (Array.isArray(node['type'])) unions += 1
    const safe: Record<string, unknown> = {}
    const notes: string[] = []
    for (const [keyword, value] of Object.entries(node)) {
      if (kept.has(keyword)) safe[keyword] = value
      else if (keyword === 'format' && formats.has(String(value))) safe['format'] = value
      else if (keyword === 'minItems' && (value === 0 || value === 1)) safe['minItems'] = value
      else if (keyword === 'items') safe['items'] = rewrite(value, [...path, 0])
      else if (keyword === 'anyOf' || keyword === 'oneOf') safe['anyOf'] = rewriteUnion(value, path)
      else if (keyword === 'allOf') notes.push(...rewriteAll(value, path))
      else if (keyword === 'properties') safe['properties'] = rewriteProperties(value, node, path)
      else if (keyword === 'required') safe['required'] = value
      else if (keyword === 'pattern' && isSimplePattern(String(value))) safe['pattern'] = value
      else if (
        !ignored.has(keyword) &&
        keyword !== 'propertyNames' &&
        !isIntegerBound(keyword, value)
      ) {
        notes.push(note(keyword, value))
      }
    }
    if (node['type'] === 'object') closeObject(safe, node, path)
    if (notes.length > 0) {
      const said = typeof safe['description'] === 'string' ? `${safe['description']} ` : ''
      safe['description'] = `${said}(${notes.join(', ')})`
    }
    return safe
  }

  /** Several rules for one text become notes. Several objects cannot be asked for, since each would be closed to the others. */
  function rewriteAll(value: unknown, path: SchemaIssue['path']): readonly string[] {
    const parts = asArray(value).map(asObject)
    if (parts.some((part) => 'type' in part || '$ref' in part || hasUnion(part))) {
      stop(
        path,
        'intersection',
        'An intersection is not supported; write one object with all fields',
      )
    }
    return parts.flatMap(Object.entries).map(([keyword, rule]) => note(keyword, rule))
  }

  function closeObject(
    safe: Record<string, unknown>,
    node: JsonSchema,
    path: SchemaIssue['path'],
  ): void {
    const extra = node['additionalProperties']
    if (
      'patternProperties' in node ||
      'propertyNames' in node ||
      (typeof extra === 'object' && extra !== null)
    ) {
      if (
        Object.keys(asObject(node['properties'])).length === 0 ||
        Object.keys(asObject(extra)).length > 0
      ) {
        stop(
          path,
          'record',
          'Free keys are not supported; use an array of objects with a key and a value',
        )
      }
    }
    safe['properties'] ??= {}
    safe['additionalProperties'] = false
  }

  function rewriteProperties(
    value: unknown,
    node: JsonSchema,
    path: SchemaIssue['path'],
  ): JsonSchema {
    const required = new Set(asArray(node['required']))
    return Object.fromEntries(
      Object.entries(asObject(value)).map(([key, property]) => {
        if (!required.has(key)) optional += 1
        if (isForbiddenKey(key)) {
          stop([...path, key], 'forbidden-key', 'No value of this name is ever read; rename it')
        }
        return [key, rewrite(property, [...path, key])]
      }),
    )
  }

  function rewriteUnion(value: unknown, path: SchemaIssue['path']): readonly JsonSchema[] {
    unions += 1
    return asArray(value).map((branch) => rewrite(branch, path))
  }

  function stop(path: SchemaIssue['path'], rule: SchemaIssue['rule'], message: string): JsonSchema {
    issues.push({
      path,
      rule,
      message: `${path.length === 0 ? 'The schema' : path.join('.')}: ${message}`,
    })
    return {}
  }

  const root = rewrite(unsafeRoot, [])
  return { schema: root, optional, unions }
}

function note(keyword: string, value: unknown): string {
  return `${keyword}: ${JSON.stringify(value)}`
}

function hasUnion(node: JsonSchema): boolean {
  return 'anyOf' in node || 'oneOf' in node || 'allOf' in node
}

/** zod bounds every integer by what JavaScript can hold; that is no rule of the author's. */
function isIntegerBound(keyword: string, value: unknown): boolean {
  return (
    (keyword === 'minimum' || keyword === 'maximum') &&
    Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
  )
}

/** Patterns without what Claude's grammar lacks: back references, lookaround, word boundaries, Unicode classes, large counts. */
function isSimplePattern(pattern: string): boolean {
  return !/\\[1-9bBkpP]|\(\?|\{\d{3,}|\{\d+,\d{3,}/.test(pattern)
}

function asObject(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
