import { suspect } from './suspect.js'

/** Scripts that names are written in; any other one stands in a host only to be taken for letters of these. */
const usualScripts = new RegExp(
  '^[\\p{sc=Zyyy}\\p{sc=Zinh}a-z\\u00df-\\u024f\\u1e00-\\u1eff' +
    (
      'Cyrl Grek Armn Geor Hebr Arab Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo ' +
      'Mymr Khmr Ethi Tibt Thaa Han Hira Kana Hang Bopo'
    ).replace(/(\w+) ?/g, '\\p{sc=$1}') +
    ']*$',
  'u',
)

/** Letters of Cyrillic, Greek and Armenian that are drawn like Latin ones. */
const latinLookAlikes = /^[аеорсухіјѕһԁԛԝьӏꞓνοαρυκιτηωօսոցհ0-9-]+$/u

/** Says whether a host in punycode mixes scripts, or spells a Latin-looking name in another one. */
export function isMixedScriptHost(host: string): boolean {
  if (/^[\w.:[\]-]*$/.test(host) && !host.includes('xn--')) return false
  const labels = host.replace(/:\d+$/, '').split('.')
  // Below an ending of its own script a name is not taken for a Latin one.
  const isAbroad = labels.at(-1)?.startsWith('xn--') !== true
  return labels.some((label) => {
    const shown = shownLabel(label)
    if (shown === undefined || !usualScripts.test(shown)) return true
    const hasLatin = /\p{sc=Latn}/u.test(shown)
    // Chinese, Japanese and Korean names mix with Latin in honest use.
    const hasOther =
      /[^\p{sc=Latn}\p{sc=Zyyy}\p{sc=Zinh}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}]/u.test(
        shown,
      )
    return (hasLatin && hasOther) || (isAbroad && hasOther && latinLookAlikes.test(shown))
  })
}

const unseen = new RegExp(suspect, 'u')

/**
 * Gives a host in letters where a label of it is in punycode; undefined where none is, where one is malformed, and where
 * nobody could read it: a blank of Braille is allowed in a host.
 */
export function unicodeHostOf(host: string): string | undefined {
  if (!host.includes('xn--')) return undefined
  const labels = host.split('.').map(shownLabel)
  const letters = labels.join('.')
  return unseen.test(letters) || labels.includes(undefined) ? undefined : letters
}

function shownLabel(label: string): string | undefined {
  if (!label.startsWith('xn--')) return label
  const [, encoded = '', port = ''] = /^xn--(.*?)(:\d+)?$/.exec(label) ?? []
  const decoded = decodePunycode(encoded)
  return decoded === undefined ? undefined : decoded + port
}

/** Decodes one label (RFC 3492); undefined when it is malformed. */
function decodePunycode(label: string): string | undefined {
  const delimiter = label.lastIndexOf('-')
  const output = Array.from(label.slice(0, Math.max(0, delimiter)), (c) => c.codePointAt(0) ?? 0)
  let code = 128
  let position = 0
  let bias = 72
  let index = delimiter < 0 ? 0 : delimiter + 1
  while (index < label.length) {
    const start = position
    let weight = 1
    for (let k = 36; ; k += 36) {
      const digit = digitOf(label.charCodeAt(index))
      index += 1
      if (digit < 0 || position > 0x7fffffff) return undefined
      position += digit * weight
      const threshold = Math.min(26, Math.max(1, k - bias))
      if (digit < threshold) break
      weight *= 36 - threshold
    }
    const length = output.length + 1
    bias = adapt(position - start, length, start === 0)
    code += Math.floor(position / length)
    if (code > 0x10ffff) return undefined
    position %= length
    output.splice(position, 0, code)
    position += 1
  }
  return String.fromCodePoint(...output)
}

function digitOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 97
  return unit >= 48 && unit <= 57 ? unit - 22 : -1
}

function adapt(change: number, length: number, isFirst: boolean): number {
  let delta = isFirst ? Math.floor(change / 700) : change >> 1
  delta += Math.floor(delta / length)
  let k = 0
  while (delta > 455) {
    delta = Math.floor(delta / 35)
    k += 36
  }
  return k + Math.floor((36 * delta) / (delta + 38))
}
