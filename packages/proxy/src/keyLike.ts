/** Twenty characters behind the prefix tell a key, whatever its kind and length, from prose about keys. */
const inText = /sk-ant-[\w-]{20,}|bearer\s{1,9}sk-[\w-]{20,}/i

/** Tells whether a text holds what looks like a key of Anthropic's. */
export function textHoldsKey(unsafeText: string): boolean {
  return inText.test(unsafeText)
}
