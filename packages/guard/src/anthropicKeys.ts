import { textRule, type TextRule } from './rule.js'

/** The longest key that is matched as one; the rest of a longer run of key characters adds nothing. */
const longestKey = 512

/**
 * No character is required before or after: in a source map, a URL or an attribute a key ends in `\"`, `&` or `>`, and
 * rules that list their delimiters miss it there. The kind is any word with two digits (api01, api03, api04, admin01,
 * oat01, ort01, and the next one); twenty more characters tell a key from prose about keys.
 */
const key = /(sk-ant-[a-z]{2,16}\d{2}-)[A-Za-z0-9_-]{20,480}/y

/** Finds every kind of Anthropic key by its form, at any length and between any delimiters. */
export const anthropicKeys: TextRule = textRule({
  id: 'anthropic-key',
  advice: 'Revoke this key, then call Claude through a proxy that holds it on the server',
  reach: longestKey,
  texts: ['sk-ant-'],
  at: (bytes, { index }) => {
    key.lastIndex = index
    const [found, kind] = key.exec(bytes) ?? []
    if (found === undefined) return undefined
    return { index, length: found.length, masked: `${kind}*** (${found.length} characters)` }
  },
})
