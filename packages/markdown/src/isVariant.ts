/** Says whether a variation selector picks a form of the character before it that Unicode knows. */
export function isVariant(code: number, before: string, rest: string): boolean {
  if (code === 0xfe0e || code === 0xfe0f) return isPresentation(code, before, rest)
  if (mongolianSelector.test(String.fromCodePoint(code))) return mongolianLetter.test(before)
  // Names have one or two such characters in a row; more carry bytes.
  const base = hanBase.exec(before)?.[0]
  if (base !== undefined && !hanRun.test(before)) {
    if (code <= 0xfe02 && code >= 0xfe00) return hasCompatibleForm(base)
    // The last selectors in use are 48 for the variants in names such as Watanabe, 32 for all others.
    return code >= 0xe0100 && code <= (/[邉邊]/.test(base) ? 0xe011f : 0xe010f)
  }
  if (code === 0xfe00 && /[\u2200-\u22ff\u2a00-\u2aff\p{sc=Mymr}]$/u.test(before)) return true
  return (code === 0xfe00 || code === 0xfe01) && /[、。！，．：；？]$/.test(before)
}

/** Text or emoji form. On an emoji that is one anyway, a run in which some have it is a code. */
function isPresentation(code: number, before: string, rest: string): boolean {
  if (rest.startsWith('\u20e3')) return /[0-9#*]$/.test(before)
  if (!/\p{ExtPict}$/u.test(before)) return false
  if (!/\p{EPres}$/u.test(before)) return true
  const previous = /(\p{ExtPict})([\ufe0e\ufe0f]?)\s?.$/su.exec(before)
  return previous === null || previous[2] === String.fromCharCode(code)
}

const mongolianSelector = /[\u180b-\u180d\u180f]/
const mongolianLetter = /(?![\u180b-\u180f])\p{sc=Mong}$/u
const hanBase = /\p{sc=Han}$/u
const hanRun = /(?:\p{sc=Han}[\ufe00-\ufe02\u{e0100}-\u{e011f}]){2}.$/u

let compatibleForms: ReadonlySet<string> | undefined

/** Selectors 1 to 3 stand for Unicode's compatibility ideographs, which name what they are forms of. */
function hasCompatibleForm(base: string): boolean {
  compatibleForms ??= new Set(
    [...Array(0x420).keys()].flatMap((index) =>
      [index + 0xf900, index + 0x2f800].map((code) => String.fromCodePoint(code).normalize()),
    ),
  )
  return compatibleForms.has(base)
}
