// `pnpm bench --schema [--seconds 20] [--runs 3]`: how much CPU it takes to know the value of a JSON text that grows, after
// each 20 characters. Prints a table and, with the default options, keeps it in SCHEMA.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { partialParse } from '@anthropic-ai/sdk/_vendor/partial-json-parser/parser.mjs'
import { createOutputStream } from '@glovebox/schema'
import { parsePartialJson } from 'ai'
import { jsonrepair } from 'jsonrepair'
import { parse as jsonriver } from 'jsonriver'
import { parse as partialJson } from 'partial-json'
import { format, resolveConfig } from 'prettier'
import * as z from 'zod'
import { median } from './compare.mjs'

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seconds: { type: 'string' }, schema: { type: 'boolean' } },
})
const runs = Number(values.runs ?? 3)
/** What a reader may take for one text; who would take longer, were it linear, is not asked for a longer one. */
const seconds = Number(values.seconds ?? 20)
const step = 20
const sizes = [25_000, 50_000, 100_000, 1_000_000]
const late = Symbol('late')
let deadline = Infinity
const limits = { bytes: 1e8, keys: 1e8, items: 1e8, stringLength: 1e8 }

const item = z.object({
  id: z.int(),
  name: z.string(),
  tags: z.array(z.string()),
  price: z.number(),
  ok: z.boolean(),
})
const documents = [
  {
    name: 'a list of objects',
    schema: z.object({ items: z.array(item) }),
    make: (size) => ({
      items: Array.from({ length: size / 100 }, (_, id) => ({
        id,
        name: `The name of item ${id}, with "quotes"`,
        tags: ['new', 'cheap'],
        price: id / 4,
        ok: id % 2 === 0,
      })),
    }),
  },
  {
    name: 'one long text',
    schema: z.object({ text: z.string() }),
    make: (size) => ({ text: 'Words of an answer, and a line break.\n'.repeat(size / 39) }),
  },
]

/** Each reads a text after each step, and gives its value at the end. */
const readers = {
  '@glovebox/schema, validated': (text, schema) => readOurs(text, schema),
  '@glovebox/schema, any JSON': (text) => readOurs(text, z.unknown()),
  jsonriver: async (text) => {
    let value
    // It changes one value in place.
    for await (value of jsonriver(ReadableStream.from(steps(text))));
    return value
  },
  '@anthropic-ai/sdk': (text) => readAgain(text, partialParse),
  'partial-json': (text) => readAgain(text, partialJson),
  'ai (parsePartialJson)': (text) =>
    readAgain(text, async (part) => (await parsePartialJson(part)).value),
  // It throws for some cuts, as after a backslash; an app would keep the value before.
  jsonrepair: (text) =>
    readAgain(text, (part) => valueOrNothing(() => JSON.parse(jsonrepair(part)))),
}

const rows = []
for (const { name, schema, make } of documents) {
  for (const [reader, read] of Object.entries(readers)) {
    const cells = []
    let isOver = false
    for (const [index, size] of sizes.entries()) {
      const text = JSON.stringify(make(size))
      const cell = isOver ? undefined : await measure(text, schema, read)
      const growth = (sizes[index + 1] ?? size) / size
      isOver ||= cell === undefined || cell * growth > seconds * 1000
      cells.push(cell)
    }
    console.error(name, reader, cells.map((cell) => cell?.toFixed(1) ?? 'not run').join(' '))
    rows.push({ name, reader, cells })
  }
}
const report = await pretty(describe())
console.log(report)
if (values.runs === undefined && values.seconds === undefined)
  writeFileSync(file('SCHEMA.md'), report)

/** @returns {Promise<number | undefined>} milliseconds of CPU, the median; undefined where a reader did not get to the end in time */
async function measure(text, schema, read) {
  const times = []
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage()
    deadline = performance.now() + seconds * 2000
    const value = await read(text, schema)
    const { user, system } = process.cpuUsage(start)
    if (value === late) return undefined
    if (JSON.stringify(value) !== text) throw new Error('A reader lost something')
    times.push((user + system) / 1000)
    if (times[0] > (seconds * 1000) / 2) break
  }
  return median(times)
}

function readOurs(text, schema) {
  const stream = createOutputStream(schema, { limits })
  for (const part of steps(text)) {
    stream.write(part)
    void stream.snapshot.partial
  }
  return stream.end().value
}

/** For those that know nothing of what came before. */
async function readAgain(text, parse) {
  let value
  let read = ''
  for (const part of steps(text)) {
    read += part
    value = await parse(read)
    if (performance.now() > deadline) return late
  }
  return value
}

function valueOrNothing(read) {
  try {
    return read()
  } catch {
    return undefined
  }
}

function* steps(text) {
  for (let start = 0; start < text.length; start += step) yield text.slice(start, start + step)
}

function describe() {
  const head = ['', ...sizes.map((size) => `${size / 1000} KB`)]
  const tables = documents.map(({ name }) => {
    const own = rows.filter((row) => row.name === name)
    const [ours] = own
    const lines = own.map(({ reader, cells }) => [reader, ...cells.map(milliseconds)])
    const ratios = own.map(({ reader, cells }) => [
      reader,
      ...cells.map((cell, index) => ratio(cell, ours.cells[index])),
    ])
    return `## ${capital(name)}: milliseconds of CPU\n\n${table([head, ...lines])}\n\n### As multiples of ours, validated\n\n${table([head, ...ratios])}`
  })
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`
  return [
    '# Structured outputs as they grow',
    `Written by \`pnpm bench --schema\`. A JSON text comes in steps of 20 characters; after each step the value so far is looked at. Milliseconds of CPU for all steps together, the median of so many runs. A reader that would need more than ${seconds} seconds, were its work linear, is not asked for a longer text (“not run”).`,
    'Only ours checks the value against a schema while it grows; “any JSON” reads it with `z.unknown()`, which shows nothing before the end. `jsonriver` changes one value in place; ours gives a value for each step that later steps do not change. The others read the whole text again at each step.',
    `${machine}. ${versions()}.`,
    ...tables,
  ].join('\n\n')
}

function versions() {
  const { dependencies } = JSON.parse(readFileSync(file('package.json'), 'utf8'))
  return ['ai', '@anthropic-ai/sdk', 'jsonrepair', 'jsonriver', 'partial-json', 'zod']
    .map((name) => `${name} ${dependencies[name]}`)
    .join(', ')
}

function milliseconds(cell) {
  return cell === undefined ? 'not run' : cell.toFixed(cell < 100 ? 1 : 0)
}

function ratio(cell, ours) {
  return cell === undefined || ours === undefined
    ? 'not run'
    : `${cell / ours < 100 ? (cell / ours).toPrecision(2) : Math.round(cell / ours)}×`
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function table([head, ...lines]) {
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

async function pretty(text) {
  const path = file('SCHEMA.md')
  return format(text, { ...(await resolveConfig(path)), filepath: path })
}

function file(name) {
  return fileURLToPath(new URL(name, import.meta.url))
}
