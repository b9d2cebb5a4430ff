import type { Rewriting } from './view.js'

/** What a letter behind a backslash stands for, where that is not the letter itself. */
const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\n', ''],
])

/** HTML's names for what stands in keys and around them. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['sol', '/'],
  ['plus', '+'],
  ['equals', '='],
  ['lowbar', '_'],
  ['UnderBar', '_'],
  ['hyphen', '\u2010'],
  ['period', '.'],
  ['colon', ':'],
  ['comma', ','],
  ['excl', '!'],
  ['num', '#'],
  ['dollar', '$'],
  ['percnt', '%'],
  ['commat', '@'],
  ['semi', ';'],
])

/** Reads the escapes of JavaScript, JSON, URLs and HTML, whichever a text has. */
export const unescape: Rewriting = {
  form: 'escaped',
  pattern:
    /\\(?:u\{([\da-f]{1,6})\}|u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|u([\da-f]{4})|x([\da-f]{2})|([0-3]?[0-7]{1,2})|([^]))|%([\da-f]{2})|&#x0{0,6}([\da-f]{1,6});?|&#0{0,7}(\d{1,7});?|&([A-Za-z]{2,8});/gi,
  write: ([
    written,
    braced,
    high,
    low,
    unicode,
    hex,
    octal,
    plain,
    percent,
    hexEntity,
    entity,
    name,
  ]) => {
    if (high !== undefined && low !== undefined) {
      return utf8(String.fromCharCode(parseInt(high, 16), parseInt(low, 16)))
    }
    if (percent !== undefined) return String.fromCharCode(parseInt(percent, 16))
    if (plain !== undefined) return controls.get(plain) ?? plain
    if (name !== undefined) return named.get(name) ?? written
    if (octal !== undefined) return utf8Of(parseInt(octal, 8))
    if (entity !== undefined) return utf8Of(Number(entity))
    return utf8Of(parseInt(braced ?? unicode ?? hex ?? hexEntity ?? '', 16))
  },
}

function utf8Of(code: number): string {
  return code <= 0x10ffff ? utf8(String.fromCodePoint(code)) : ''
}

/** The text as the bytes that it has in a file, one character per byte. */
function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
