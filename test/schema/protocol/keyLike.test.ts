import { redactKeys, textHoldsKey } from '@glovebox/schema/protocol'
import { describe, expect, it } from 'vitest'

const rest = 'a'.repeat(20)

describe('a text with what looks like a key', () => {
  it.each([
    { name: 'of the API', unsafe: `my key: sk-ant-${rest}!`, safe: 'my key: sk-ant-…!' },
    { name: 'in capitals', unsafe: `SK-ANT-${rest}`, safe: 'SK-ANT-…' },
    { name: 'of a bearer', unsafe: `Bearer  sk-${rest}`, safe: 'Bearer  sk-…' },
    { name: 'twice', unsafe: `sk-ant-${rest} sk-ant-${rest}`, safe: 'sk-ant-… sk-ant-…' },
  ])('$name is told and cut', ({ unsafe, safe }) => {
    expect([textHoldsKey(unsafe), redactKeys(unsafe), textHoldsKey(safe)]).toEqual([
      true,
      safe,
      false,
    ])
  })

  it.each(['', 'sk-ant-', 'keys begin with sk-ant-api03-…', 'sk-SK', 'a bearer of news'])(
    'is not %j',
    (unsafe) => {
      expect([textHoldsKey(unsafe), redactKeys(unsafe)]).toEqual([false, unsafe])
    },
  )
})
