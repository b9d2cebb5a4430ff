import { OutputView } from '@glovebox/react'
import { cleanup, render } from '@testing-library/react'
import { array, assert, nat, property } from 'fast-check'
import { StrictMode, type ReactNode } from 'react'
import type { ZodType } from 'zod'
import { describe, expect, it } from 'vitest'
import { cases } from '../../schema/laws/schemas.js'

/** More of them, and others, by hand. */
const numRuns = Number(process.env['GLOVEBOX_RUNS'] ?? 60)
const seed = Number(process.env['GLOVEBOX_SEED'] ?? 1)

function view(schema: ZodType, text: string, streaming: boolean): ReactNode {
  return (
    <StrictMode>
      <OutputView schema={schema} streaming={streaming}>
        {text}
      </OutputView>
    </StrictMode>
  )
}

/** The texts that a text grows through. */
function prefixes(text: string, lengths: readonly number[]): readonly string[] {
  let end = 0
  return lengths.map((length) => text.slice(0, (end += length)))
}

function drawnAtOnce(schema: ZodType, text: string, streaming: boolean): string {
  const { container, unmount } = render(view(schema, text, streaming))
  const { innerHTML } = container
  unmount()
  return innerHTML
}

function textsIn(container: Element): ReadonlyMap<Element, string> {
  const drawn = [...container.querySelectorAll('.glovebox-text')]
  return new Map(drawn.map((node) => [node, node.textContent ?? '']))
}

function law(check: (schema: ZodType, text: string, lengths: readonly number[]) => void) {
  assert(
    property(cases, array(nat(12), { minLength: 3 }), ([schema, text], lengths) => {
      check(schema, text, lengths)
      cleanup()
    }),
    { numRuns, seed },
  )
}

describe('for any schema and value, a view', { timeout: 600_000 }, () => {
  it('is the same at each length, however the text has grown to it', () => {
    law((schema, text, lengths) => {
      const { container, rerender } = render(view(schema, '', true))
      for (const prefix of prefixes(text, lengths)) {
        rerender(view(schema, prefix, true))
        expect(container.innerHTML).toBe(drawnAtOnce(schema, prefix, true))
      }
      rerender(view(schema, text, false))
      expect(container.innerHTML).toBe(drawnAtOnce(schema, text, false))
    })
  })

  it('keeps each text that it has drawn in its element until the end of a valid output', () => {
    law((schema, text, lengths) => {
      if (drawnAtOnce(schema, text, false).includes('data-output="invalid"')) return
      const { container, rerender } = render(view(schema, '', true))
      const steps = prefixes(text, lengths).map((prefix) => view(schema, prefix, true))
      for (const step of [...steps, view(schema, text, false)]) {
        const before = textsIn(container)
        rerender(step)
        const after = textsIn(container)
        for (const [node, drawn] of before) {
          expect(after.get(node)?.startsWith(drawn) || { drawn, text }).toBe(true)
        }
      }
    })
  })
})
