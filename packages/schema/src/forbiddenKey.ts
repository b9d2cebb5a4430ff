const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether no value under this key is ever kept, since an assignment to it may reach a prototype. */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key)
}
