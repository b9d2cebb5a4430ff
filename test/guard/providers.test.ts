import { createRules, scan } from '@glovebox/guard'
import { describe, expect, it } from 'vitest'

function scanText(text: string) {
  return scan([{ name: 'app.js', chunks: [Buffer.from(text)] }], createRules())
}

const letters = 'qW3rTx7UioP9asDfGhJkLmNbVcZ1e5Y2'
const long = (length: number): string => letters.repeat(10).slice(0, length)
const hex = '0123456789abcdef'.repeat(4)

describe('keys of other providers', () => {
  it.each([
    { provider: 'OpenAI', key: `sk-${'proj'}-${long(74)}` },
    { provider: 'OpenAI', key: `sk-${'svcacct'}-${long(60)}_x-` + long(9) },
    { provider: 'OpenAI', key: `sk-${long(20)}T3Blbk${'FJ'}${long(20)}` },
    { provider: 'OpenRouter', key: `sk-${'or'}-v1-${hex}` },
    { provider: 'Groq', key: `gsk${'_'}${long(52)}` },
    { provider: 'xAI', key: `xai${'-'}${long(80)}` },
    { provider: 'Perplexity', key: `pplx${'-'}${long(48)}` },
    { provider: 'Hugging Face', key: `hf${'_'}${long(60).replace(/\d/g, '').slice(0, 34)}` },
    { provider: 'Replicate', key: `r8${'_'}${long(37)}` },
    { provider: 'Amazon Bedrock', key: `ABS${'K'}${long(120)}==` },
    { provider: 'AWS', key: `AKI${'A'}QW3RTY7UVBN2KMZX` },
    { provider: 'Google OAuth', key: `GOCSP${'X'}-${long(28)}` },
    { provider: 'GitHub', key: `ghp${'_'}${long(36)}` },
    { provider: 'GitHub', key: `github${'_pat_'}${long(22)}_${long(59)}` },
    { provider: 'Stripe', key: `sk${'_live_'}${long(24)}` },
    { provider: 'Slack', key: `xox${'b'}-1234567890-1234567890123-${long(24)}` },
  ])('of $provider are found and masked', ({ provider, key }) => {
    expect(scanText(`a={k:"${key}"}`)).toMatchObject([
      { rule: 'provider-key', column: 7, excerpt: `${provider} *** (${key.length} characters)` },
    ])
  })

  it('finds a private key, and not the first line that libraries look for', () => {
    const begin = `-----BEGIN RSA ${'PRIVATE'} KEY-----`
    expect(scanText(`"${begin}\\n${long(64)}\\n"`)).toMatchObject([{ rule: 'private-key' }])
    expect(scanText(`pem.startsWith("${begin}")`)).toEqual([])
  })

  it.each([
    { name: 'a publishable key', safe: `pk_live_${long(24)}` },
    { name: 'a Firebase key, which is public on purpose', safe: `AIza${long(35)}` },
    { name: 'the example of a documentation', safe: `AKI${'A'}IOSFODNN7EXAMPLE` },
    {
      name: 'letters inside base64',
      safe: `data:;base64,${long(30)}AKI${'A'}QW3RTY7UVBN2KMZX${long(30)}`,
    },
    { name: 'a class name', safe: 'sk-circle-fade-dot sk-folding-cube-animation-delay-long' },
    { name: 'a mask', safe: 'sk-proj-************************' },
  ])('says nothing about $name', ({ safe }) => {
    expect(scanText(`"${safe}"`)).toEqual([])
  })
})

describe('calls that a bundle makes itself', () => {
  it.each([
    'https://api.anthropic.com/v1/messages',
    'https://api.openai.com/v1',
    'https://generativelanguage.googleapis.com/v1beta',
    'https://bedrock-runtime.us-east-1.amazonaws.com',
    '{"anthropic-version":"2023-06-01"}',
    '{"x-api-key":key}',
  ])('are found: %s', (unsafe) => {
    expect(scanText(`fetch(${JSON.stringify(unsafe)})`)).toMatchObject([{ rule: 'direct-call' }])
  })

  it('are found in pieces', () => {
    expect(scanText('fetch("https://api."+"anthropic.com")')).toMatchObject([
      { rule: 'direct-call', excerpt: 'api.anthropic.com, in pieces' },
    ])
  })

  it.each([
    'an x-api-key header',
    '/^(?:x-api-key|api-key)$/',
    'https://docs.anthropic.com/en/docs',
    '/api/claude',
  ])('are not %s, which is anybody’s', (safe) => {
    expect(scanText(`"${safe}"`)).toEqual([])
  })
})
