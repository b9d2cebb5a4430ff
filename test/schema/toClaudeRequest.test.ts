import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createToolset, defineTool, toClaudeRequest, type Tool } from '@glovebox/schema'

function tool(name: string, input: z.ZodObject, strict?: boolean): Tool {
  return defineTool({ name, description: 'A', input, ...(strict === undefined ? {} : { strict }) })
}

function fields(count: number, field: z.ZodType): z.ZodObject {
  return z.object(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, field])),
  )
}

function rules(request: Parameters<typeof toClaudeRequest>[0]): readonly string[] {
  const result = toClaudeRequest(request)
  return result.ok ? [] : result.issues.map(({ path, rule }) => [...path, rule].join(' '))
}

const optional = z.string().optional()
const union = z.union([z.string(), z.number()])

describe('toClaudeRequest', () => {
  it('gives what a request is to hold', () => {
    const input = z.object({ place: z.string() })
    const schema = {
      type: 'object',
      properties: { place: { type: 'string' } },
      required: ['place'],
      additionalProperties: false,
    }
    expect(
      toClaudeRequest({ tools: [tool('a', input), tool('b', input, true)], output: input }),
    ).toEqual({
      ok: true,
      request: {
        tools: [
          { name: 'a', description: 'A', input_schema: schema },
          { name: 'b', description: 'A', input_schema: schema, strict: true },
        ],
        output_config: { format: { type: 'json_schema', schema } },
      },
    })
  })

  it('gives nothing for nothing', () => {
    expect(toClaudeRequest({})).toEqual({ ok: true, request: {} })
  })

  it.each([
    {
      name: 'optional fields of strict tools',
      request: {
        tools: [tool('a', fields(12, optional), true), tool('b', fields(13, optional), true)],
      },
      says: ['optional-limit'],
    },
    {
      name: 'unions of a strict tool and the output',
      request: { tools: [tool('a', fields(8, union), true)], output: fields(9, union) },
      says: ['union-limit'],
    },
    {
      name: 'strict tools',
      request: {
        tools: Array.from({ length: 21 }, (_, index) =>
          tool(`t${index}`, fields(1, z.string()), true),
        ),
      },
      says: ['tools tool-limit'],
    },
  ])('counts $name together', ({ request, says }) => {
    expect(rules(request)).toEqual(says)
  })

  it('does not count what is in tools that are not strict', () => {
    const tools = Array.from({ length: 25 }, (_, index) => tool(`t${index}`, fields(30, optional)))
    expect(rules({ tools })).toEqual([])
  })

  it('says of one schema that passes a limit alone only that', () => {
    expect(rules({ tools: [tool('a', fields(25, optional), true)] })).toEqual([
      'tools a optional-limit',
    ])
  })

  it('names the tool or the output, and the path in it', () => {
    const free = z.object({ map: z.record(z.string(), z.string()) })
    const result = toClaudeRequest({ tools: [tool('a', free)], output: free })
    expect(!result.ok && result.issues).toMatchObject([
      {
        path: ['tools', 'a', 'map'],
        rule: 'record',
        message: expect.stringMatching(/^tool `a`: map: /),
      },
      { path: ['output', 'map'], rule: 'record', message: expect.stringMatching(/^output: map: /) },
    ])
  })

  it('names a name that two tools have', () => {
    expect(rules({ tools: [tool('a', z.object({})), tool('a', z.object({}))] })).toEqual([
      'tools a duplicate-tool',
    ])
  })

  it('holds for a toolset', () => {
    const tools = Array.from({ length: 21 }, (_, index) => tool(`t${index}`, z.object({}), true))
    expect(() => createToolset(tools)).toThrow('there are 21 strict tools, Claude takes 20')
  })
})
