/**
 * Puts the message's prefix before an id, once. remark-rehype's own prefix is replaced, so that two
 * messages on one page never share an id.
 */
export function prefixId(unsafeId: string, idPrefix: string): string {
  if (unsafeId.startsWith(idPrefix)) return unsafeId
  return idPrefix + unsafeId.replace(/^user-content-/, '')
}
