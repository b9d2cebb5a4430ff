import { revealHidden } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { honestTexts } from './honestTexts.js'
import { findingsOf } from './show.js'

describe('honest writing', () => {
  it.each(honestTexts)('in %s has nothing to reveal', (_, texts) => {
    expect(texts.map((text) => revealHidden(text))).toEqual(texts.map((text) => [{ text }]))
  })

  it('causes no finding', () => {
    const texts = honestTexts.flatMap(([, ofLanguage]) => ofLanguage)
    expect(texts.filter((text) => findingsOf(text).length > 0)).toEqual([])
  })

  it('is at least sixty sentences', () => {
    expect(honestTexts.flatMap(([, texts]) => texts).length).toBeGreaterThan(60)
  })
})
