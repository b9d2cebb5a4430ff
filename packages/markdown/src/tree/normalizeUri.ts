/**
 * Percent-encodes what cannot stand in an address, as micromark does: what is encoded already stays,
 * half a surrogate pair becomes U+FFFD.
 */
export function normalizeUri(unsafeUrl: string): string {
  return unsafeUrl.replace(toEncode, (character) =>
    /^\p{Cs}$/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character),
  )
}

const toEncode = /%(?![0-9A-Za-z]{2})|[^!#$%&-;=?-Z_a-z~]/gu
