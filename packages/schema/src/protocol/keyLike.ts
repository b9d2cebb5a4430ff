/**
 * A key, whatever its kind and length: twenty characters behind the prefix tell it from prose about keys, which a reader
 * may well write to Claude.
 */
const keyLike = /(sk-ant-)[\w-]{20,}|(bearer\s{1,9}sk-)[\w-]{20,}/gi

/** Tells whether a text holds what looks like an API key: the hook does not send it, and the proxy does not take it. */
export function textHoldsKey(unsafeText: string): boolean {
  return unsafeText.search(keyLike) !== -1
}

/** Cuts what looks like a key out of a text, so that an answer about keys does not stop all turns after it. */
export function redactKeys(unsafeText: string): string {
  return unsafeText.replace(keyLike, (_, key?: string, bearer?: string) => `${key ?? bearer}…`)
}
