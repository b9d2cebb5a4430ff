import { runCli } from '../../../packages/schema/src/cli/runCli.js'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder = ''

const schemaSource = `
import * as z from 'zod'
import { currencies } from './currencies'
type Currency = (typeof currencies)[number]
export const price = z.object({ amount: z.number(), currency: z.enum(currencies satisfies readonly Currency[]) })
export const notASchema = { parse: (value: unknown) => value }
export default z.array(z.number())
`

beforeAll(() => {
  // Inside the repository, so that the schema finds zod.
  folder = mkdtempSync(join(import.meta.dirname, 'tmp-'))
  write('prices.ts', schemaSource)
  write('currencies.ts', `export const currencies = ['EUR', 'JPY'] as const`)
  write('broken.ts', `export const price = (`)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

interface Run {
  readonly args: readonly string[]
  readonly stdin?: string | readonly Uint8Array[]
}

async function validate({ args, stdin = '' }: Run) {
  let text = ''
  const tell = (line: string): void => {
    text += line
  }
  async function* input() {
    for (const chunk of typeof stdin === 'string' ? [Buffer.from(stdin)] : stdin) yield chunk
  }
  const code = await runCli(args, {
    stdin: input(),
    out: (line) => tell(`${line}\n`),
    screen: { write: tell },
  })
  return { code, text: text.replaceAll(folder + '/', '') }
}

function prices(...args: readonly string[]) {
  return ['--schema', join(folder, 'prices.ts#price'), ...args]
}

const good = '{"amount":1,"currency":"EUR"}'

describe('one JSON value in a file', () => {
  it('exits 0 where it is valid', async () => {
    const file = write('good.json', good)
    expect(await validate({ args: prices(file) })).toEqual({
      code: 0,
      text: 'All valid: 1 record in 1 file\n',
    })
  })

  it('exits 1 and says where and why it is not', async () => {
    const file = write('bad.json', '{"amount":"1","currency":"USD"}')
    expect(await validate({ args: prices(file) })).toEqual({
      code: 1,
      text: `bad.json  invalid
    amount: Expected a number (invalid_type)
    currency: Expected one of "EUR", "JPY" (invalid_value)

  records  issue                 path
        1  invalid_type          amount
        1  invalid_value         currency

1 not valid: 1 record in 1 file
`,
    })
  })

  it('takes the default export without a name', async () => {
    const file = write('numbers.json', '[1,2]')
    const args = ['--schema', join(folder, 'prices.ts'), file]
    expect((await validate({ args })).code).toBe(0)
  })

  it.each([
    ['an empty file', '', 'not-json'],
    ['a byte order mark', `\ufeff${good}`, 'not-json'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not-utf-8'],
    ['half a character at the end', Buffer.from([0x22, 0xc3]), 'not-utf-8'],
    ['a forbidden key', `{"__proto__":{},"amount":1,"currency":"EUR"}`, 'forbidden-key'],
  ])('names %s', async (_name, content, code) => {
    const file = write('hostile.json', content)
    const { text } = await validate({ args: prices('--json', file) })
    expect(JSON.parse(text.split('\n')[0] ?? '').issues[0].code).toBe(code)
  })

  it('is not valid beyond a limit, and the rest is not read', async () => {
    let read = 0
    async function* endless() {
      yield Buffer.from('["')
      for (;;) yield Buffer.alloc(1_000, (read += 1) && 'a')
    }
    const code = await runCli(prices('--limit', 'bytes=5000'), {
      stdin: endless(),
      out: () => undefined,
      screen: { write: () => undefined },
    })
    expect({ code, read: read < 10 }).toEqual({ code: 1, read: true })
  })
})

describe('JSON Lines', () => {
  it('names the line, passes over blank ones and takes a last line without an end', async () => {
    const file = write('log.jsonl', `${good}\r\n\n \t\r\n{"amount":2}\n${good}`)
    expect(await validate({ args: prices(file) })).toEqual({
      code: 1,
      text: `log.jsonl:4  invalid
    currency: Expected one of "EUR", "JPY" (invalid_value)

  records  issue                 path
        1  invalid_value         currency

1 not valid: 3 records in 1 file
`,
    })
  })

  it('gives the same however the bytes are cut', async () => {
    const bytes = Buffer.from(`{"amount":1,"currency":"€"}\n${good}\n`)
    const whole = await validate({ args: prices('--jsonl', '--json'), stdin: [bytes] })
    for (let at = 1; at < bytes.length; at += 1) {
      const stdin = [bytes.subarray(0, at), bytes.subarray(at)]
      expect(await validate({ args: prices('--jsonl', '--json'), stdin })).toEqual(whole)
    }
  })

  it('counts a line as one record for each code and path', async () => {
    const stdin = '[1,"a","b"]\n["c"]\n'
    const args = ['--schema', join(folder, 'prices.ts'), '--jsonl', '--json']
    const { text } = await validate({ args, stdin })
    expect(JSON.parse(text.trim().split('\n').at(-1) ?? '')).toEqual({
      summary: {
        files: 1,
        records: 2,
        statuses: { invalid: 2 },
        issues: [{ code: 'invalid_type', path: '[]', count: 2 }],
        corrected: 0,
        otherIssues: 0,
      },
    })
  })

  it('stays in bounded memory where every line is another wrong key', async () => {
    const lines = Array.from(
      { length: 3_000 },
      (_, at) => `{"__proto__":1,"k${at}":{"__proto__":1}}`,
    )
    const { text } = await validate({ args: prices('--jsonl', '--json'), stdin: lines.join('\n') })
    const { summary } = JSON.parse(text.trim().split('\n').at(-1) ?? '')
    expect({ kinds: summary.issues.length, total: summary.records }).toEqual({
      kinds: 1_000,
      total: 3_000,
    })
  })
})

describe('JSON in a text', () => {
  it.each([
    { name: 'a fence', extract: 'fenced', stdin: `Here:\n\`\`\`json\n${good}\n\`\`\`\nDone.` },
    { name: 'prose', extract: 'prose', stdin: `The price is ${good}, as asked.` },
  ])('is found in $name', async ({ extract, stdin }) => {
    expect((await validate({ args: prices('--extract', extract), stdin })).code).toBe(0)
    expect((await validate({ args: prices(), stdin })).code).toBe(1)
  })
})

describe('what may be hostile in a report', () => {
  it('cuts and escapes keys that the model wrote', async () => {
    const key = '\u001b[31m\u202e' + 'x'.repeat(100)
    const stdin = JSON.stringify({ [key]: 1, amount: 1, currency: 'EUR', constructor: 1 })
    const schema = join(folder, 'prices.ts#price')
    const { text } = await validate({ args: ['--schema', schema], stdin })
    expect(/[^\n -~]/.test(text)).toBe(false)
  })
})

describe('recorded streams', () => {
  function event(type: string, fields: object): string {
    return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
  }
  function message(
    blocks: readonly object[],
    deltas: readonly (readonly object[])[],
    stop: string,
  ) {
    const body = blocks.map((content_block, index) => {
      const written = (deltas[index] ?? []).map((delta) =>
        event('content_block_delta', { index, delta }),
      )
      const start = event('content_block_start', { index, content_block })
      return start + written.join('') + event('content_block_stop', { index })
    })
    return (
      event('message_start', { message: { id: 'm', model: 'claude' } }) +
      body.join('') +
      event('message_delta', { delta: { stop_reason: stop } }) +
      event('message_stop', {})
    )
  }
  const text = { type: 'text', text: '' }
  const call = { type: 'tool_use', id: 't', name: 'price', input: {} }
  const textOf = (...parts: readonly string[]) =>
    parts.map((part) => ({ type: 'text_delta', text: part }))
  const json = (...parts: readonly string[]) =>
    parts.map((part) => ({ type: 'input_json_delta', partial_json: part }))

  async function statuses(stdin: string, ...args: readonly string[]): Promise<unknown> {
    const run = await validate({ args: prices('--sse', '--json', ...args), stdin })
    return JSON.parse(run.text.trim().split('\n').at(-1) ?? '').summary.statuses
  }

  it('validates the text of each message', async () => {
    const stdin =
      message([text], [textOf('{"amount":1,', '"currency":"EUR"}')], 'end_turn') +
      message([text], [textOf(good)], 'max_tokens') +
      message([text], [textOf(good)], 'refusal')
    expect(await statuses(stdin)).toEqual({ valid: 1, truncated: 1, refused: 1 })
  })

  it('takes events that are logged as lines of JSON', async () => {
    const wire = message([text], [textOf(good)], 'end_turn')
    const lines = wire.split('\n').filter((line) => line.startsWith('data: '))
    const stdin = lines.map((line) => `${line.slice(6)}\n`).join('')
    expect(await statuses(stdin)).toEqual({ valid: 1 })
  })

  it('takes a message that ends too early for cut, also where its JSON is whole', async () => {
    const whole = message([text], [textOf(good)], 'end_turn')
    const early = whole.slice(0, whole.indexOf('event: message_stop'))
    expect(await statuses(early + whole + early)).toEqual({ cut: 2, valid: 1 })
  })

  it('validates the calls of one tool and no others', async () => {
    const other = { ...call, name: 'other' }
    const deltas = [textOf('Let me see'), json('{"amount":1,', '"currency":"JPY"}'), json('{}')]
    const stdin = message([text, call, other], deltas, 'tool_use')
    expect(await statuses(stdin, '--tool', 'price')).toEqual({ valid: 1 })
  })

  it('takes a call without arguments for the empty object', async () => {
    const { text: report } = await validate({
      args: prices('--json', '--tool', 'price'),
      stdin: message([call], [json('')], 'tool_use'),
    })
    expect(JSON.parse(report.split('\n')[0] ?? '').issues).toHaveLength(2)
  })

  it('counts records in which something was put right', async () => {
    const run = await validate({
      args: prices('--jsonl'),
      stdin: '{"amount":1,"currency":"eur"}\n{"amount":1,"currency":"EUR"}\n',
    })
    expect([run.code, run.text.trim()]).toEqual([
      0,
      'All valid: 2 records in 1 file, 1 of them put right',
    ])
  })

  it('says what a message was refused as', async () => {
    const stdin = message([text], [textOf(good)], 'refusal').replace(
      '"stop_reason":"refusal"',
      '"stop_reason":"refusal","stop_details":{"category":"cyber"}',
    )
    expect((await validate({ args: prices('--sse'), stdin })).text).toContain('refusal, cyber')
  })

  it('counts a message that was refused or cut before its first text', async () => {
    const cut = message([], [], 'end_turn').replace(/event: message_stop[^]*$/, '')
    expect(await statuses(message([], [], 'refusal') + message([], [], 'end_turn') + cut)).toEqual({
      refused: 1,
      cut: 1,
    })
  })

  it('lets no call be valid in a message that was refused', async () => {
    const stdin = message([call, call], [json(good), json(good)], 'refusal')
    expect(await statuses(stdin, '--tool', 'price')).toEqual({ refused: 2 })
  })
})

describe('what cannot be run', () => {
  it.each([
    ['without a schema', [], '`--schema` is missing, expected FILE#export'],
    ['with an unknown option', ['--strict'], "Unknown option '--strict'"],
    ['with an unknown limit', prices('--limit', 'size=1'), '`--limit` is not understood'],
    ['with an unknown place', prices('--extract', 'guess'), '`--extract` is not known'],
    ['with a limit of nothing', prices('--limit', 'bytes=0'), '`limits.bytes` is 0'],
    ['for a file that is not there', prices('missing.json'), 'no such file'],
  ])('exits 2 %s', async (_name, args, reason) => {
    const { code, text } = await validate({ args, stdin: good })
    expect({ code, text: text.includes(reason) ? reason : text }).toEqual({ code: 2, text: reason })
  })

  it.each([
    ['prices.ts#missing', 'prices.ts does not export `missing`'],
    ['prices.ts#toString', 'prices.ts does not export `toString`'],
    ['prices.ts#notASchema', '`notASchema` of prices.ts is no schema of zod 4'],
    ['broken.ts#price', 'broken.ts could not be loaded'],
    ['absent.ts#price', 'absent.ts could not be loaded'],
  ])('exits 2 for the schema %s', async (place, reason) => {
    const { code, text } = await validate({ args: ['--schema', join(folder, place)], stdin: good })
    expect({ code, text: text.includes(reason) ? reason : text }).toEqual({ code: 2, text: reason })
  })

  it('exits 2 where there is no record: a gate that saw nothing is not green', async () => {
    const { code, text } = await validate({ args: prices('--jsonl'), stdin: '\n\n' })
    expect({ code, text: text.trim() }).toEqual({
      code: 2,
      text: 'glovebox-validate: Cannot validate: there is no record to validate',
    })
  })
})
