import { textRule, type TextRule } from './rule.js'

/** Hosts at which a model is called with a key. */
const hosts = [
  'api.anthropic.com',
  'api.openai.com',
  'openai.azure.com',
  'services.ai.azure.com',
  'generativelanguage.googleapis.com',
  'aiplatform.googleapis.com',
  'bedrock-runtime.',
  'api.mistral.ai',
  'api.cohere.com',
  'api.cohere.ai',
  'api.groq.com',
  'openrouter.ai/api',
  'api.x.ai/',
  'api.perplexity.ai',
  'api.deepseek.com',
  'api.together.xyz',
  'api.together.ai',
  'api.fireworks.ai',
  'api.cerebras.ai',
  'api-inference.huggingface.co',
  'router.huggingface.co',
  'api.replicate.com',
  'integrate.api.nvidia.com',
  'dashscope.aliyuncs.com',
  'api.moonshot.ai',
  'api.moonshot.cn',
  'api.voyageai.com',
  'ai-gateway.vercel.sh',
  'gateway.ai.cloudflare.com',
]

/** Headers that only a call of a model has, and the mark of the SDKs that make them. */
const headers = ['anthropic-version', 'anthropic-beta', 'X-Stainless-Lang']

/** A header for keys. As a literal of its own it is being set; in a pattern or a sentence it is only named. */
const keyHeader = 'x-api-key'

/** Switches of the official SDK that exist only to send a key from a browser. */
const switches = ['dangerouslyAllowBrowser', 'anthropic-dangerous-direct-browser-access']

/** Finds what a bundle holds that calls a model itself: a provider's host, a header, an SDK. */
export const directCalls: TextRule = textRule({
  id: 'direct-call',
  advice: 'Call the model through a proxy on your own server; a browser cannot hold the key',
  texts: [...hosts, ...headers, keyHeader],
  reach: 64,
  at: (bytes, { index, wanted }) =>
    wanted === keyHeader && !isLiteral(bytes, index, wanted.length)
      ? undefined
      : { index, length: wanted.length, masked: wanted },
})

/** Finds the names of switches that allow a key in the browser; none belongs in a bundle, with or without a key. */
export const browserAccessNames: TextRule = textRule({
  id: 'browser-access',
  advice: 'Remove the SDK from browser code and call Claude through a proxy',
  texts: switches,
  reach: 64,
  at: (_bytes, { index, wanted }) => ({ index, length: wanted.length, masked: wanted }),
})

function isLiteral(bytes: string, index: number, length: number): boolean {
  const before = bytes.charAt(index - 1)
  return /["'`]/.test(before) && bytes.charAt(index + length) === before
}
