import { createProxy, GloveboxProxyError, type ProxyConfig } from '@glovebox/proxy'
import { defineTool } from '@glovebox/schema'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { key } from './post.js'

const complete: ProxyConfig = {
  apiKey: key,
  model: 'claude-demo',
  origins: ['self'],
  authenticate: () => ({ id: 'ada' }),
}
const { apiKey: _apiKey, ...withoutKey } = complete
const { model: _model, ...withoutModel } = complete
const { origins: _origins, ...withoutOrigins } = complete
const { authenticate: _authenticate, ...withoutAuthenticate } = complete
const tool = defineTool({ name: 'echo', description: 'Echoes', input: z.object({ a: z.string() }) })

describe('createProxy', () => {
  it.each([
    { name: 'an empty key', unsafe: { ...complete, apiKey: ' ' }, says: '`apiKey`' },
    { name: 'no key', unsafe: withoutKey, says: '`apiKey`' },
    { name: 'no model', unsafe: withoutModel, says: '`models`' },
    { name: 'an empty list of models', unsafe: { ...withoutModel, models: [] }, says: '`models`' },
    { name: 'no origins', unsafe: withoutOrigins, says: '`origins`' },
    { name: 'an empty list of origins', unsafe: { ...complete, origins: [] }, says: '`origins`' },
    { name: 'the origin *', unsafe: { ...complete, origins: ['*'] }, says: '`origins`' },
    { name: 'the origin null', unsafe: { ...complete, origins: ['null'] }, says: '`origins`' },
    {
      name: 'an origin with a path',
      unsafe: { ...complete, origins: ['https://app.test/'] },
      says: '`origins`',
    },
    { name: 'nothing that says who calls', unsafe: withoutAuthenticate, says: '`authenticate`' },
    {
      name: 'anonymous use without a reason',
      unsafe: { ...withoutAuthenticate, dangerouslyAllowAnonymous: { because: '' } },
      says: '`authenticate`',
    },
    { name: 'no tokens', unsafe: { ...complete, maxTokens: 0 }, says: '`maxTokens`' },
    { name: 'an empty system prompt', unsafe: { ...complete, system: '' }, says: '`system`' },
    {
      name: 'a limit of none',
      unsafe: { ...complete, limits: { bodyBytes: 0 } },
      says: '`limits.bodyBytes`',
    },
    {
      name: 'a rate without a time',
      unsafe: { ...complete, limits: { requests: { count: 1 } } },
      says: '`limits.requests.seconds`',
    },
    {
      name: 'a rate over more seconds than a timer can wait',
      unsafe: { ...complete, limits: { requests: { count: 1, seconds: 30 * 86_400 } } },
      says: '`limits.requests.seconds`',
    },
    {
      name: 'an upstream in the clear',
      unsafe: { ...complete, upstream: { baseUrl: 'http://api.test' } },
      says: '`upstream.baseUrl`',
    },
    {
      name: 'an upstream with a password',
      unsafe: { ...complete, upstream: { baseUrl: `https://a:${key}@api.test` } },
      says: '`upstream.baseUrl`',
    },
    {
      name: 'an unknown API version',
      unsafe: { ...complete, upstream: { version: '2022-01-01' } },
      says: '`upstream.version`',
    },
    {
      name: 'a time that no timer can wait',
      unsafe: { ...complete, upstream: { timeouts: { total: 2 ** 31 } } },
      says: '`upstream.timeouts.total`',
    },
    { name: 'two tools of one name', unsafe: { ...complete, tools: [tool, tool] }, says: '`echo`' },
    {
      name: 'a tool that Claude does not accept',
      unsafe: { ...complete, tools: [{ ...tool, input: z.object({ at: z.date() }) }] },
      says: '`echo`',
    },
    {
      name: 'an output that Claude does not accept',
      unsafe: { ...complete, output: z.object({ at: z.date() }) },
      says: 'output: at',
    },
    { name: 'an output that is no schema', unsafe: { ...complete, output: 1 }, says: 'output' },
  ])('refuses $name', ({ unsafe, says }) => {
    const error = errorOf(() => create(unsafe))
    expect(error).toMatchObject({ name: 'GloveboxProxyError', code: 'invalid-config' })
    expect(String(error)).toMatch(/^GloveboxProxyError: Cannot create proxy: /)
    expect(String(error)).toContain(says)
    expect(String(error)).not.toContain(key)
  })

  it.each([
    { name: 'a complete configuration', config: complete },
    {
      name: 'anonymous use with a reason',
      config: { ...withoutAuthenticate, dangerouslyAllowAnonymous: { because: 'a demo' } },
    },
    {
      name: 'an upstream on this machine',
      config: { ...complete, upstream: { baseUrl: 'http://127.0.0.1:9' } },
    },
  ])('takes $name', ({ config }) => {
    expect(create(config)).toBeTypeOf('function')
  })
})

/** JavaScript has no types to stop a wrong configuration. */
function create(config: object): unknown {
  return Reflect.apply(createProxy, undefined, [config])
}

function errorOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    if (error instanceof GloveboxProxyError) return error
    throw error
  }
  return undefined
}
