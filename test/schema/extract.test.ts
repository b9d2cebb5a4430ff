import { array, assert, constantFrom, nat, property, string } from 'fast-check'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createOutputStream, parseOutput, type OutputOptions } from '@glovebox/schema'

type How = NonNullable<OutputOptions['extract']>

const person = z.object({ name: z.string() })
const ada = '{"name":"Ada"}'
const eve = '{"name":"Eve"}'

/** The JSON that was found, by where it says it stands; the issues where none was. */
function find(unsafe: string, extract: How, schema: z.ZodType = person): unknown {
  const output = parseOutput(schema, unsafe, { extract })
  const { before = 0, after = 0 } = output.skipped ?? {}
  if (output.status === 'valid') return unsafe.slice(before, unsafe.length - after).trim()
  return output.status === 'invalid' ? output.issues.map(({ code }) => code) : output.status
}

function readInParts(unsafe: string, extract: How, lengths: readonly number[]) {
  const stream = createOutputStream(person, { extract })
  let start = 0
  for (const length of lengths) stream.write(unsafe.slice(start, (start += length)))
  stream.write(unsafe.slice(start))
  const { snapshot } = stream
  const partial = snapshot.status === 'open' ? snapshot.partial : undefined
  return { partial, skipped: snapshot.skipped, output: stream.end() }
}

describe('a value in a code fence', () => {
  it.each([
    ['one code fence', `Here it is:\n\`\`\`json\n${ada}\n\`\`\`\nDone.`],
    ['a longer closing fence', `\`\`\`\`json\n${ada}\n\`\`\`\`\`\n`],
    ['tildes', `~~~ json\r\n${ada}\r\n~~~`],
    ['a fence that says nothing', `\`\`\`\n\n${ada}\n\`\`\``],
    ['a fence in a list', `- \`\`\`JSON\n  ${ada}\n  \`\`\``.replace('- ', '  ')],
    ['a fence that is not closed yet', `\`\`\`json\n${ada}`],
    ['a fence that ends with the text', `\`\`\`json\n${ada}\n\`\`\``],
    ['a fence after one of another language', `\`\`\`sh\nls\n\`\`\`\n\`\`\`json\n${ada}\n\`\`\``],
    ['a fence after one that holds no JSON', `\`\`\`\nls\n\`\`\`\n\`\`\`\n${ada}\n\`\`\``],
    ['a fence before one of another language', `\`\`\`\n${ada}\n\`\`\`\n\`\`\`js\n[1]\n\`\`\``],
    ['a fence after an empty one', `\`\`\`json\n\n\`\`\`\n\`\`\`json\n${ada}\n\`\`\``],
    ['a fence after half of one', `\`\`\`js \`x\`\n\`\`\`json\n${ada}\n\`\`\``],
    ['several lines', `\`\`\`json\n{\n\n"name":\n"Ada"}\n\`\`\``],
  ])('is found in %s', (_name, unsafe) => {
    expect(find(unsafe, 'fenced')).toMatch(/^\{\s*"name":\s*"Ada"\}$/)
  })

  it.each([
    ['two fences', `\`\`\`\n${ada}\n\`\`\`\n\`\`\`\n${eve}\n\`\`\``, ['several-values']],
    ['no fence', ada, ['not-json']],
    ['an empty fence', '```json\n```', ['not-json']],
    ['a fence of another language', `\`\`\`js\n${ada}\n\`\`\``, ['not-json']],
    ['a fence with words in it', `\`\`\`json\n${ada} x\n\`\`\``, ['not-json']],
    ['two backticks', `\`\`json\n${ada}\n\`\``, ['not-json']],
    ['nothing', '', ['not-json']],
  ])('is not found in %s', (_name, unsafe, codes) => {
    expect(find(unsafe, 'fenced')).toEqual(codes)
  })
})

describe('a value in prose', () => {
  it.each([
    ['words', `Sure: ${ada}. Bye`],
    ['nothing', ada],
    ['a code fence', `\`\`\`json\n${ada}\n\`\`\``],
    ['a placeholder', `For {user} in {{x}}: ${ada}`],
    ['a footnote, where an object is expected', `As in [1], ${ada} [2]`],
    ['brackets that are words', `{ not this } { ${ada} }`],
    ['a byte order mark', `\uFEFF${ada}`],
    ['broken characters', `\ud800${ada}\udc00`],
  ])('is found in %s', (_name, unsafe) => {
    expect(find(unsafe, 'prose')).toBe(ada)
  })

  it.each([
    ['the brackets of words', '[the list](x): [1,2]', '[1,2]'],
    ['half a literal', '[tr [nul] [ falsey [ true ]', '[ true ]'],
    ['braces', '{"a":1} [ "x" ]', '[ "x" ]'],
  ])('is an array after %s, where an array is expected', (_name, unsafe, safe) => {
    expect(find(unsafe, 'prose', z.array(z.unknown()))).toBe(safe)
  })

  it.each([
    ['two values', `${ada} or ${eve}`, person, ['several-values']],
    ['an array and an object', `[1] ${ada}`, z.unknown(), ['several-values']],
    ['no bracket', 'Sorry.', person, ['not-json']],
    ['an array, where an object is expected', '["name"]', person, ['not-json']],
    ['a number', '12', z.number(), ['not-json']],
    ['a value that goes wrong', `{"name":oops} ${ada}`, person, ['not-json']],
    ['a value that is cut', '{"name":"A', person, ['not-json']],
    ['a bracket at the end', 'x {', person, ['not-json']],
    ['nothing', '', person, ['not-json']],
  ])('is not found in %s', (_name, unsafe, schema: z.ZodType, codes) => {
    expect(find(unsafe, 'prose', schema)).toEqual(codes)
  })
})

describe('a value in a text that grows', () => {
  it.each([
    ['fenced', `Here:\n\`\`\`json\n{"name":"A`],
    ['prose', 'Here: {"name":"A'],
  ] as const)('is shown as it grows, read as %s', (extract, unsafe) => {
    const stream = createOutputStream(person, { extract })
    stream.write(unsafe)
    expect(stream.snapshot).toMatchObject({
      partial: { name: 'A' },
      skipped: { before: unsafe.indexOf('{'), after: 0 },
    })
  })

  it.each(['fenced', 'prose'] as const)(
    'is doomed at once by a second one, read as %s',
    (extract) => {
      const stream = createOutputStream(person, { extract })
      stream.write(`\`\`\`json\n${ada}\n\`\`\`\n\`\`\`json\n`)
      const before = stream.snapshot
      stream.write('{"')
      expect([before, stream.snapshot]).toMatchObject([{ doomed: false }, { doomed: true }])
    },
  )

  it('has no place where the text is the JSON', () => {
    expect(parseOutput(person, ada)).not.toHaveProperty('skipped')
  })

  it.each(['strict', 'fenced', 'prose'] as const)(
    'is the same for any chunking, read as %s',
    (extract) => {
      const units = [
        '{',
        '}',
        '"name":',
        '"a"',
        '`',
        '```',
        '~~~',
        'json',
        '\n',
        ' ',
        '[',
        'true',
        '1',
      ]
      const texts = array(constantFrom(...units, `\n\`\`\`json\n${ada}\n\`\`\`\n`, ada), {
        maxLength: 14,
      })
      assert(
        property(texts, array(nat(9)), (parts, cuts) => {
          const unsafe = parts.join('')
          const whole = readInParts(unsafe, extract, [])
          expect(readInParts(unsafe, extract, cuts)).toEqual(whole)
          expect(parseOutput(person, unsafe, { extract })).toEqual(whole.output)
        }),
        { numRuns: 1000 },
      )
    },
  )

  it('names no more than the whole text as skipped', () => {
    assert(
      property(string(), constantFrom('fenced', 'prose'), (unsafe, extract: How) => {
        const { before = 0, after = 0 } = parseOutput(person, unsafe, { extract }).skipped ?? {}
        expect(before + after).toBeLessThanOrEqual(unsafe.length)
      }),
    )
  })

  it.each([
    ['words', 'a'],
    ['tildes', '~'],
    ['backticks', '`'],
    ['brackets', '['],
    ['braces', '{ '],
    ['blanks', ' '],
    ['lines', '\n'],
  ])('counts megabytes of %s around it against the limit', (_name, unit) => {
    const unsafe = unit.repeat(2_000_000 / unit.length)
    expect(
      (['fenced', 'prose'] as const).map((extract) => parseOutput(person, unsafe, { extract })),
    ).toMatchObject([
      { status: 'too-big', reason: 'bytes' },
      { status: 'too-big', reason: 'bytes' },
    ])
  })
})
