import { classes } from './corpus/classes.js'
import { randomFrom } from './page/cuts.js'

type Random = () => number

/** The corpus’s texts, whole and in their pieces: what stands between blanks and marks. */
const wholes = classes
  .filter(({ name }) => name !== 'flood')
  .flatMap(({ rows }) => rows.map(({ unsafe }) => unsafe))
  .filter((unsafe) => unsafe.length < 300)
const pieces = [
  ...new Set(wholes.flatMap((unsafe) => unsafe.split(/(?<=[\s()[\]<>`*"])|(?=[\s()[\]<>`*"])/))),
].filter((piece) => piece !== '')

const hidden = [
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u{e0041}',
  '\ufe0f',
  '\u3164',
  '\u0000',
  '\u001b',
  '\ud83d',
  '\ufeff',
  '\u2028',
  '\r',
  '\u00a0',
]
const marks = [
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '`',
  '```\n',
  '*',
  '**',
  '_',
  '~~',
  '!',
  '\\',
  '|',
  '\n',
  '\n\n',
  ' ',
  '    ',
  '> ',
  '- ',
  '1. ',
  '# ',
  '[^1]',
  '\n\n[^1]: ',
  '[r]',
  '\n\n[r]: ',
  '&',
  ';',
  '<!--',
  '-->',
  '<b>',
  '</b>',
  '<details>',
  '</details>',
  '"',
  '://',
  '@',
  '.',
  ':',
  '\t',
]

const wraps: readonly ((text: string) => string)[] = [
  (text) => `> ${text.replace(/\n/g, '\n> ')}`,
  (text) => `- ${text.replace(/\n/g, '\n  ')}`,
  (text) => `| ${text.replace(/\n/g, ' ')} |\n|-|\n| ${text.replace(/\n/g, ' ')} |`,
  (text) => `a[^1] [^${text.slice(0, 20)}]\n\n[^1]: ${text.replace(/\n/g, '\n    ')}`,
  (text) => `[r] ![r] [${text}][r]\n\n[r]: ${text.replace(/\s/g, '')}\n`,
  (text) => `**${text}**`,
  (text) => `*${text}* _${text}_`,
  (text) => `\`${text}\``,
  (text) => `\`\`\`${text.slice(0, 12)}\n${text}\n\`\`\``,
  (text) => `[${text}](https://evil.test/a)`,
  (text) => `![${text}](https://evil.test/a)`,
  (text) => `[a](${text})`,
  (text) => `![a](<${text}>)`,
  (text) => `<details><summary>${text}</summary>\n\n${text}\n\n</details>`,
  (text) => `<kbd>${text}</kbd>`,
  (text) => `# ${text.replace(/\n/g, ' ')}`,
  (text) => `~~${text}~~`,
  (text) => `<a href="${text}">${text}</a>`,
]

/** Builds one hostile document from the corpus’s parts; the same seed gives the same document. */
export function hostileText(seed: number): string {
  const random = randomFrom(seed)
  const parts = Array.from({ length: 1 + upTo(random, 4) }, () => part(random, 2))
  return parts.join(pick(random, ['', ' ', '\n', '\n\n'])).slice(0, 2_000)
}

function part(random: Random, depth: number): string {
  const made = spoil(random, source(random, depth))
  return depth > 0 && random() < 0.4 ? pick(random, wraps)(made) : made
}

function source(random: Random, depth: number): string {
  const kind = random()
  if (kind < 0.5) return pick(random, wholes)
  if (kind < 0.6 && depth > 0) return part(random, depth - 1) + part(random, depth - 1)
  return Array.from({ length: 1 + upTo(random, 8) }, () =>
    random() < 0.5 ? pick(random, pieces) : pick(random, marks),
  ).join('')
}

/** Cuts, doubles, splices and encodes. */
function spoil(random: Random, text: string): string {
  const at = upTo(random, text.length)
  switch (upTo(random, 9)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + pick(random, hidden) + text.slice(at)
    case 2:
      return text.slice(0, at) + pick(random, marks) + text.slice(at)
    case 3:
      return text + text
    case 4:
      return text.slice(0, at) + pick(random, wholes) + text.slice(at)
    case 5:
      return text.slice(0, at) + entity(random, text.slice(at, at + 1)) + text.slice(at + 1)
    case 6:
      return text.slice(0, at) + percent(text.charAt(at)) + text.slice(at + 1)
    case 7:
      return text.slice(at) + text.slice(0, at)
    default:
      return text
  }
}

function entity(random: Random, character: string): string {
  const code = character.charCodeAt(0) || 0
  return pick(random, [
    `&#${code};`,
    `&#x${code.toString(16)};`,
    `&#${code}`,
    '&colon;',
    '&Tab;',
    '&lpar;',
  ])
}

function percent(character: string): string {
  return '%' + (character.charCodeAt(0) & 0xff).toString(16).padStart(2, '0')
}

function upTo(random: Random, end: number): number {
  return Math.floor(random() * end)
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[upTo(random, items.length)]
  if (item === undefined)
    throw new Error('Cannot pick: the list is empty, expected one item or more')
  return item
}
