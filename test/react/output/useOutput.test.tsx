import { useOutput } from '@glovebox/react'
import { renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'

const schema = z.object({ city: z.string(), degrees: z.number() })
const json = '{"city": "Bern", "degrees": 21}'

interface Given {
  readonly text: string
  readonly streaming?: boolean
  readonly stopReason?: string
  readonly outcome?: 'complete' | 'truncated' | 'refused' | 'cut' | 'aborted' | 'failed'
  readonly stopDetails?: { readonly category: string }
  readonly onDoomed?: () => void
}

function draw(initialProps: Given) {
  return renderHook(({ text, ...options }: Given) => useOutput(schema, text, options), {
    initialProps,
    wrapper: StrictMode,
  })
}

describe('useOutput', () => {
  it('is open and partial while the text streams', () => {
    const { result } = draw({ text: '{"city": "Ber', streaming: true })
    expect(result.current).toMatchObject({ status: 'open', partial: { city: 'Ber' } })
  })

  it('grows with the text, in the same way at once and bit by bit', () => {
    const { result, rerender } = draw({ text: '', streaming: true })
    for (let end = 1; end < json.length; end += 1)
      rerender({ text: json.slice(0, end), streaming: true })
    const whole = draw({ text: json.slice(0, -1), streaming: true })
    expect(result.current).toMatchObject({
      status: 'open',
      partial: whole.result.current.status === 'open' ? whole.result.current.partial : 'none',
    })
  })

  it('reads another text anew', () => {
    const { result, rerender } = draw({ text: '{"city": "Bern"', streaming: true })
    rerender({ text: '{"city": "Bas', streaming: true })
    expect(result.current).toMatchObject({ status: 'open', partial: { city: 'Bas' } })
  })

  it('is valid once the text is whole', () => {
    const { result, rerender } = draw({ text: json.slice(0, 20), streaming: true })
    rerender({ text: json })
    expect(result.current).toEqual({ status: 'valid', value: { city: 'Bern', degrees: 21 } })
  })

  it('is invalid where the schema does not accept the value', () => {
    expect(draw({ text: '{"city": 3}' }).result.current.status).toBe('invalid')
  })

  it.each([
    ['complete', 'valid'],
    ['truncated', 'truncated'],
    ['refused', 'refused'],
    ['cut', 'cut'],
    ['aborted', 'aborted'],
    ['failed', 'cut'],
  ] as const)('is, in a message that is %s, %s', (outcome, status) => {
    expect(draw({ text: json, outcome }).result.current.status).toBe(status)
  })

  it('says once that a text is doomed, and what doomed it once it was stopped', () => {
    const onDoomed = vi.fn<() => void>()
    const { result, rerender } = draw({ text: '{"city": "B', streaming: true, onDoomed })
    expect(onDoomed).not.toHaveBeenCalled()
    rerender({ text: '{"city": "B", "degrees": "', streaming: true, onDoomed })
    const calls = onDoomed.mock.calls.length
    rerender({ text: '{"city": "B", "degrees": "hot', streaming: true, onDoomed: () => onDoomed() })
    expect([calls, onDoomed.mock.calls.length]).toEqual([1, 1])
    rerender({ text: '{"city": "B", "degrees": "hot', outcome: 'aborted' })
    expect(result.current).toMatchObject({
      status: 'invalid',
      issues: [{ path: ['degrees'], message: 'Expected a number' }],
    })
  })

  it('says once that a text is doomed which was so from the start', () => {
    const onDoomed = vi.fn<() => void>()
    draw({ text: '{"city": 1,', streaming: true, onDoomed })
    expect(onDoomed).toHaveBeenCalledOnce()
  })

  it('says what was refused', () => {
    const { result } = draw({
      text: '',
      outcome: 'refused',
      stopDetails: { category: 'cyber' },
    })
    expect(result.current).toEqual({ status: 'refused', reason: 'refusal', category: 'cyber' })
  })

  it('is truncated, never valid, where Claude stopped at a limit', () => {
    const { result } = draw({ text: json, stopReason: 'max_tokens' })
    expect(result.current.status).toBe('truncated')
  })

  it('is refused where Claude refused', () => {
    const { result } = draw({ text: json, stopReason: 'refusal' })
    expect(result.current.status).toBe('refused')
  })

  it('gives the same object for the same text', () => {
    const { result, rerender } = draw({ text: json })
    const before = result.current
    rerender({ text: json })
    expect(result.current).toBe(before)
  })
})
