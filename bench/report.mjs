// Writes the measured numbers down as markdown.

/**
 * @typedef {import('./compare.mjs').Result} Result
 * @typedef {object} Findings
 * @property {{ processor: string, cores: number, node: string, chromium: string, packages: Record<string, string> }} machine
 * @property {readonly { name: string, about: string }[]} documents
 * @property {readonly Result[]} results
 * @property {readonly import('./parse.mjs').Throughput[]} parsers
 * @property {readonly import('./build.mjs').Size[]} sizes
 */

/**
 * @param {Findings} findings
 * @returns {string}
 */
export function report({ machine, documents, results, parsers, sizes }) {
  const numbers = readNumbers(results)
  const rows = [...new Set(['pre', 'glovebox', ...numbers.renderers])].filter(
    (name) => name !== 'nothing' && numbers.renderers.includes(name),
  )
  const table = (cell) => [
    ['', ...documents.map(({ about }) => about)],
    ...rows.map((row) => [row, ...documents.map(({ name }) => cell(row, name))]),
  ]
  const versions = Object.entries(machine.packages).map(([name, version]) => `${name} ${version}`)
  return [
    '# Results',
    'Written by `pnpm bench`; what is measured and how is told in the [README](README.md).',
    `${machine.cores} × ${machine.processor}, Node ${machine.node}, Chromium ${machine.chromium}.`,
    `Versions: ${versions.join(', ')}.`,
    '## Goals',
    toTable([
      ['goal', 'measured', 'with style, layout and paint', ''],
      ...goals({ numbers, documents, sizes }),
    ]),
    '## Script, as multiples of the `<pre>` floor',
    toTable(table((row, name) => numbers.timesFloor(row, name, 'script'))),
    '## Script, in milliseconds of CPU (median of so many runs)',
    toTable(table((row, name) => numbers.milliseconds(row, name, 'script'))),
    '## With style, layout and paint, as multiples of the `<pre>` floor',
    toTable(table((row, name) => numbers.timesFloor(row, name, 'onScreen'))),
    '## With style, layout and paint, in milliseconds of CPU (one run)',
    toTable(table((row, name) => numbers.milliseconds(row, name, 'onScreen'))),
    '## Script per chunk of 16 characters, in microseconds',
    toTable([
      ['', '16 KB', '64 KB', '256 KB', '256 KB ÷ 16 KB'],
      ...rows.map((row) => [row, ...perChunk(numbers, row)]),
    ]),
    '## Parsing alone, in Node',
    toTable([
      ['parser', 'million characters a second'],
      ...parsers.map(({ parser, speed }) => [parser, speed.toFixed(2)]),
    ]),
    '## Size, React not counted',
    toTable([
      ['', 'minified, kB', 'gzip -9, kB'],
      ...sizes.map(({ name, minified, gzip }) => [name, kilobytes(minified), kilobytes(gzip)]),
    ]),
  ].join('\n\n')
}

/** @typedef {ReturnType<typeof readNumbers>} Numbers */

/**
 * Gives every number with what handing out the chunks costs taken off, and undefined where there is none.
 * @param {readonly Result[]} results
 */
function readNumbers(results) {
  const find = (renderer, name) =>
    results.find((one) => one.renderer === renderer && one.document === name)

  /** @param {'script' | 'onScreen'} part */
  function cpu(renderer, name, part) {
    const whole = find(renderer, name)?.[part]
    return whole === undefined
      ? undefined
      : Math.max(0, whole - (find('nothing', name)?.[part] ?? 0))
  }
  function ratio(renderer, name, part) {
    const own = cpu(renderer, name, part)
    const floor = cpu('pre', name, part)
    return own === undefined || floor === undefined ? undefined : own / floor
  }
  function perChunk(renderer, name) {
    const own = cpu(renderer, name, 'script')
    const chunks = find(renderer, name)?.chunks
    return own === undefined || chunks === undefined ? undefined : (own * 1000) / chunks
  }
  function timesFloor(renderer, name, part) {
    const times = ratio(renderer, name, part)
    return times === undefined ? why(find(renderer, name)) : `${short(times)}×`
  }
  function milliseconds(renderer, name, part) {
    const own = cpu(renderer, name, part)
    const result = find(renderer, name)
    if (own === undefined) return why(result)
    return part === 'script' ? `${short(own)} (${result?.runs})` : short(own)
  }
  const renderers = [...new Set(results.map(({ renderer }) => renderer))]
  return { renderers, ratio, perChunk, timesFloor, milliseconds }
}

/** @param {Result | undefined} result */
function why(result) {
  return result?.note ?? '–'
}

/**
 * @param {Numbers} numbers
 * @param {string} renderer
 */
function perChunk(numbers, renderer) {
  const costs = ['readme-16', 'readme-64', 'readme-256'].map((name) =>
    numbers.perChunk(renderer, name),
  )
  const [small, , large] = costs
  const growth = small === undefined || large === undefined ? undefined : large / small
  return [...costs, growth].map((cost) => (cost === undefined ? '–' : short(cost)))
}

/**
 * What the project promises of its own renderer, and whether this run kept it.
 * @param {{ numbers: Numbers, documents: Findings['documents'], sizes: Findings['sizes'] }} measured
 */
function goals({ numbers, documents, sizes }) {
  const small = numbers.perChunk('glovebox', 'readme-16')
  const large = numbers.perChunk('glovebox', 'readme-256')
  const gzip = (name) => (sizes.find((one) => one.name === name)?.gzip ?? Number.NaN) / 1000
  const growth = small === undefined || large === undefined ? undefined : large / small
  return [
    ...documents.map(({ name, about }) => {
      const limit = name === 'stored-200' ? 3 : 5
      return goal(`${about}: at most ${limit}× the floor`, {
        measured: numbers.ratio('glovebox', name, 'script'),
        onScreen: numbers.ratio('glovebox', name, 'onScreen'),
        limit,
      })
    }),
    goal('cost per chunk, 256 KB ÷ 16 KB: at most 1.2', { measured: growth, limit: 1.2 }),
    goal('the parser: at most 20 kB', { measured: gzip('glovebox, the parser alone'), limit: 20 }),
    goal('`SafeMarkdown`: at most 40 kB', { measured: gzip('glovebox'), limit: 40 }),
  ]
}

/**
 * @param {string} text
 * @param {{ measured: number | undefined, onScreen?: number | undefined, limit: number }} numbers
 */
function goal(text, { measured, onScreen, limit }) {
  const beside = onScreen === undefined ? '' : short(onScreen)
  if (measured === undefined) return [text, '–', beside, 'not measured']
  return [text, short(measured), beside, measured <= limit ? 'met' : 'missed']
}

/** @param {readonly (readonly string[])[]} rows the first one is the head */
function toTable([head = [], ...rows]) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** @param {number} number */
function short(number) {
  return number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0)
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1)
}
