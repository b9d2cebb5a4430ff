import { charactersOf, pairsEnding } from './findRuns.js'
import { runRule, textRule, type Match, type RunRule, type TextRule } from './rule.js'

/** The form of a provider's keys. */
type KeyForm = {
  readonly provider: string
  readonly pattern: RegExp
  /** Where the form is described. */
  readonly source: string
}

const edge = '(?![A-Za-z0-9])'
const start = '(?<![A-Za-z0-9])'

/**
 * Keys that tell themselves by their form. Google's `AIza…` is not among them: the same form is public on purpose in
 * Firebase and Maps; a call of Gemini from a bundle is found by its host.
 */
export const keyForms: readonly KeyForm[] = [
  {
    provider: 'OpenAI',
    pattern: form(
      'sk-(?:proj|svcacct|admin)-[\\w-]{20,220}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}',
    ),
    source: 'https://platform.openai.com/docs/api-reference/authentication',
  },
  {
    provider: 'OpenRouter',
    pattern: form('sk-or-v\\d-[0-9a-f]{64}'),
    source: 'https://openrouter.ai/docs/api-reference/authentication',
  },
  {
    provider: 'Groq',
    pattern: form('gsk_[A-Za-z0-9]{52}'),
    source: 'https://console.groq.com/docs/quickstart',
  },
  {
    provider: 'xAI',
    pattern: form('xai-[A-Za-z0-9]{80}'),
    source: 'https://docs.x.ai/docs/tutorial',
  },
  {
    provider: 'Perplexity',
    pattern: form('pplx-[A-Za-z0-9]{48}'),
    source: 'https://docs.perplexity.ai/getting-started/quickstart',
  },
  {
    provider: 'Hugging Face',
    pattern: form('hf_[A-Za-z]{34}'),
    source: 'https://huggingface.co/docs/hub/security-tokens',
  },
  {
    provider: 'Replicate',
    pattern: form('r8_[A-Za-z0-9]{37}'),
    source: 'https://replicate.com/docs/topics/security/api-tokens',
  },
  {
    provider: 'Amazon Bedrock',
    pattern: form('ABSK[A-Za-z0-9+/]{109,269}={0,2}'),
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
  },
  {
    provider: 'AWS',
    // Names in base64 go on; the documentation's own examples end in EXAMPLE.
    pattern: /(?<![A-Za-z0-9+/=])AKIA(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9+/=])/g,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  },
  {
    provider: 'Google OAuth',
    pattern: form('GOCSPX-[\\w-]{28}'),
    source:
      'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',
  },
  {
    provider: 'GitHub',
    pattern: form('gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'),
    source: 'https://github.blog/engineering/behind-githubs-new-authentication-token-formats/',
  },
  {
    provider: 'Stripe',
    pattern: form('[sr]k_live_[A-Za-z0-9]{16,200}'),
    source: 'https://docs.stripe.com/keys',
  },
  {
    provider: 'Slack',
    pattern: form('xox[abeprs]-\\d{8,14}-[A-Za-z0-9-]{16,200}'),
    source: 'https://api.slack.com/concepts/token-types',
  },
]

/** What every form above has one of in it: most words are told from a key by it. */
const markers = (
  'sk- T3BlbkFJ gsk_ xai- pplx- hf_ r8_ ABSK AKIA GOCSPX- ' +
  'ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ k_live_ xox'
).split(' ')

/** The longest of the matches above. */
const reach = 320

/** The shortest of them: shorter words are passed over unread. */
const shortest = 20

const keyCharacters = charactersOf(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=',
)

/** Finds the keys of other large providers by their form. */
export const providerKeys: RunRule = runRule({
  id: 'provider-key',
  advice: 'Revoke this key and keep it on the server',
  reach,
  runs: { characters: keyCharacters, length: shortest, pairs: pairsEnding(markers) },
  inRun: ({ index, text }) => {
    if (!markers.some((marker) => text.includes(marker))) return []
    return keyForms.flatMap(({ provider, pattern }): Match[] =>
      [...text.matchAll(pattern)].map(({ index: inside, 0: found }) => ({
        index: index + inside,
        length: found.length,
        masked: `${provider} *** (${found.length} characters)`,
        advice: `Revoke this key of ${provider} and keep it on the server`,
      })),
    )
  },
})

/** A private key and not only its first line, which every library for keys holds (RFC 7468). */
const privateKey = /-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY-----\s{0,4}[A-Za-z0-9+/=\s]{64}/y

/** Finds private keys. */
export const privateKeys: TextRule = textRule({
  id: 'private-key',
  advice: 'Revoke this key and its certificates, and keep it on the server',
  reach: 128,
  texts: ['-----BEGIN '],
  at: (bytes, { index }) => {
    privateKey.lastIndex = index
    const [found] = privateKey.exec(bytes) ?? []
    if (found === undefined) return undefined
    const masked = `private key *** (its first ${found.length} characters)`
    return { index, length: found.length, masked }
  },
})

function form(pattern: string): RegExp {
  return new RegExp(`${start}(?:${pattern})${edge}`, 'g')
}
