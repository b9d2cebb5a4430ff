/**
 * Every character that shows nothing, or shows something else than it is, by Unicode's properties;
 * what honest writing needs of them has no place in an attack.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\ufff9-\ufffb]/u

/** Gives the first hidden character of a drawn text as `U+202E`; undefined where there is none. */
export function findHidden(text: string): string | undefined {
  for (const character of text) {
    // Line endings and tabs are blanks on the screen; a carriage return is one too (CSS Text, 4.1).
    if (/[\t\n\r]/.test(character) || !hidden.test(character)) continue
    return 'U+' + (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  }
  return undefined
}
