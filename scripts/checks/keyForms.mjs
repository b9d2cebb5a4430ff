/**
 * Gives a program for each way in which it may hold a text; each gives the text to a function `f`.
 *
 * @param {string} text
 * @returns {readonly { readonly form: string, readonly script: string }[]}
 */
export function keyForms(text) {
  const half = Math.floor(text.length / 2)
  const [start, end] = [text.slice(0, half), text.slice(half)]
  const codes = Array.from(text, (character) => character.charCodeAt(0))
  const unicode = codes.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('')
  const hexadecimal = codes.map((code) => `\\x${code.toString(16)}`).join('')
  const percent = codes.map((code) => `%${code.toString(16)}`).join('')
  const reversed = Array.from(text).toReversed().join('')
  return [
    { form: 'a literal', script: `f("${text}")` },
    { form: 'unicode escapes', script: `f("${unicode}")` },
    { form: 'hex escapes', script: `f("${hexadecimal}")` },
    { form: 'a sum', script: `f("${start}"+"${end}")` },
    { form: 'a list', script: `f(["${start}","${end}"].join(""))` },
    { form: 'concat', script: `f("${start}".concat("${end}"))` },
    { form: 'variables', script: `const b="${end}",a="${start}";f(\`\${a}\${b}\`)` },
    { form: 'character codes', script: `f(String.fromCharCode(${codes.join(',')}))` },
    { form: 'base64', script: `f(atob("${btoa(text)}"))` },
    { form: 'hex', script: `f("${Buffer.from(text).toString('hex')}")` },
    { form: 'percent escapes', script: `f(decodeURIComponent("${percent}"))` },
    { form: 'a reversed text', script: `f("${reversed}".split("").reverse().join(""))` },
  ]
}
