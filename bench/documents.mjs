// The documents that every renderer draws: realistic prose, code, lists and tables, made from a fixed seed, so that each
// run on each machine has the same bytes. No images: some renderers load them, others ask first, and neither is drawing.

/**
 * A text that is streamed, or messages that are mounted at once. Who is too slow on `smaller` is not asked for this one.
 * @typedef {object} Document
 * @property {string} name
 * @property {string} about
 * @property {string} [text]
 * @property {readonly string[]} [messages]
 * @property {string} [smaller]
 */

/** @returns {readonly Document[]} */
export function createDocuments() {
  return [
    { name: 'readme-16', about: 'README, 16 KB', text: readme(16) },
    { name: 'readme-64', about: 'README, 64 KB', text: readme(64), smaller: 'readme-16' },
    { name: 'readme-256', about: 'README, 256 KB', text: readme(256), smaller: 'readme-64' },
    { name: 'code-32', about: 'One code block, 32 KB', text: oneCodeBlock(32) },
    { name: 'list-32', about: 'One list, 32 KB', text: oneList(32) },
    { name: 'table-32', about: 'One table, 32 KB', text: oneTable(32) },
    { name: 'paragraph-32', about: 'One paragraph, 32 KB', text: oneParagraph(32) },
    { name: 'footnote-16', about: 'README with one footnote, 16 KB', text: footnote(16) },
    { name: 'stored-200', about: '200 stored messages of 2 KB', messages: storedMessages() },
  ]
}

/** Gives the text that warms a page up before it is measured. */
export function createWarmUp() {
  return readme(8, 999)
}

/** All different, as in a conversation. */
function storedMessages() {
  return Array.from({ length: 200 }, (_, index) => readme(2, index + 1))
}

/** @param {number} kilobytes */
function readme(kilobytes, seed = 7) {
  const pick = createPick(seed)
  const parts = [`# ${title(pick)}`, sentences(pick, 3)]
  const size = kilobytes * 1024
  let length = parts.join('\n\n').length
  for (let section = 0; length < size; section += 1) {
    const kinds = [prose, bullets, code, prose, table, steps, quote, prose]
    const part = `## ${title(pick)}\n\n${sentences(pick, 2)}\n\n${(kinds[(section + seed) % 8] ?? prose)(pick)}`
    parts.push(part)
    length += part.length + 2
  }
  return fit(parts.join('\n\n'), size)
}

/** @param {number} kilobytes */
function footnote(kilobytes) {
  const top = 'Every number here was measured.[^1]\n\n[^1]: On one machine, in *one* evening.\n\n'
  return fit(top + readme(kilobytes), kilobytes * 1024)
}

/** @param {number} kilobytes */
function oneCodeBlock(kilobytes) {
  const lines = grow(kilobytes, 3, (pick, index) => codeLine(pick, index))
  return `\`\`\`ts\n${lines}\n\`\`\`\n`
}

/** @param {number} kilobytes */
function oneList(kilobytes) {
  return grow(kilobytes, 4, (pick, index) => {
    const indent = index % 4 === 3 ? '  ' : ''
    return `${indent}- ${index % 4 === 0 ? `**${words(pick, 2)}**: ` : ''}${sentences(pick, 1)}`
  })
}

/** @param {number} kilobytes */
function oneTable(kilobytes) {
  const rows = grow(kilobytes, 5, tableRow)
  return `| Name | Type | Default | What it does |\n| :--- | :--- | ---: | --- |\n${rows}\n`
}

/** @param {number} kilobytes */
function oneParagraph(kilobytes) {
  return grow(kilobytes, 6, (pick) => sentences(pick, 1), ' ')
}

/**
 * Joins what `make` gives until the text has the size asked for.
 * @param {number} kilobytes
 * @param {number} seed
 * @param {(pick: Pick, index: number) => string} make
 */
function grow(kilobytes, seed, make, between = '\n') {
  const pick = createPick(seed)
  const parts = []
  for (let length = 0; length < kilobytes * 1024;) {
    const part = make(pick, parts.length)
    parts.push(part)
    length += part.length + between.length
  }
  return parts.join(between)
}

/**
 * Cuts at a section's end, so that no fence or table is torn, and fills up with whole sentences.
 * @param {string} text
 * @param {number} size
 */
function fit(text, size) {
  const end = text.lastIndexOf('\n\n## ', size)
  const pick = createPick(size)
  let whole = `${text.slice(0, end === -1 ? text.length : end)}\n\n`
  for (let next = sentence(pick); whole.length + next.length < size; next = sentence(pick)) {
    whole += `${next} `
  }
  return `${whole.trim()}\n`
}

/** @param {Pick} pick */
function prose(pick) {
  return [0, 1].map(() => sentences(pick, 4)).join('\n\n')
}

/** @param {Pick} pick */
function bullets(pick) {
  const item = () => `- **${words(pick, 2)}**: ${sentences(pick, 1)}\n  - ${sentences(pick, 1)}`
  return Array.from({ length: 4 }, item).join('\n')
}

/** @param {Pick} pick */
function steps(pick) {
  return Array.from({ length: 5 }, (_, index) => `${index + 1}. ${sentences(pick, 1)}`).join('\n')
}

/** @param {Pick} pick */
function code(pick) {
  const lines = Array.from({ length: 12 }, (_, index) => codeLine(pick, index))
  return `\`\`\`${pick(['ts', 'js', 'tsx'])}\n${lines.join('\n')}\n\`\`\``
}

/** @param {Pick} pick */
function table(pick) {
  const rows = Array.from({ length: 6 }, () => tableRow(pick))
  return ['| Name | Type | Default | What it does |', '| --- | --- | ---: | --- |', ...rows].join(
    '\n',
  )
}

/** @param {Pick} pick */
function quote(pick) {
  return sentences(pick, 3).replaceAll('. ', '.\n').replace(/^/gm, '> ')
}

/** @param {Pick} pick */
function tableRow(pick) {
  const type = pick(['string', 'number', 'boolean', '`readonly string[]`'])
  return `| \`${pick(nouns)}\` | ${type} | ${pick(['0', '16', '`null`', '*none*'])} | ${words(pick, 6)} |`
}

/**
 * @param {Pick} pick
 * @param {number} index
 */
function codeLine(pick, index) {
  const name = pick(nouns)
  const lines = [
    `export function ${pick(verbs)}${capital(name)}(${name}: string, size = ${index}) {`,
    `  const ${pick(nouns)} = ${pick(verbs)}(${name}, { limit: ${index * 8}, unit: '${pick(nouns)}' })`,
    `  if (${name}.length > ${index}) return ${pick(nouns)}.map((item) => item.${pick(nouns)})`,
    `  // ${words(pick, 6)}`,
    `}`,
  ]
  return lines[index % 5] ?? ''
}

/**
 * @param {Pick} pick
 * @param {number} count
 */
function sentences(pick, count) {
  return Array.from({ length: count }, () => sentence(pick)).join(' ')
}

/** @param {Pick} pick */
function sentence(pick) {
  const noun = pick(nouns)
  const shape = pick([
    () => `the ${noun} ${pick(verbs)}s each ${pick(nouns)} before the ${words(pick, 2)} is drawn`,
    () => `use \`${pick(verbs)}${capital(noun)}()\` when the ${words(pick, 3)} — not the ${noun}`,
    () => `a **${words(pick, 2)}** keeps its ${noun}, even where *${words(pick, 2)}* comes later`,
    () => `see [the ${words(pick, 2)}](https://example.com/${noun}/${pick(nouns)}) for the ${noun}`,
    () => `it doesn’t ${pick(verbs)} the ${noun}: ${words(pick, 4)}, and ${words(pick, 3)}`,
    () => `after ${words(pick, 3)} the ${noun} can ${pick(verbs)} (${words(pick, 2)})`,
  ])
  return `${capital(shape())}.`
}

/**
 * @param {Pick} pick
 * @param {number} count
 */
function words(pick, count) {
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? pick(nouns) : pick([...adjectives, ...nouns]),
  ).join(' ')
}

/** @param {Pick} pick */
function title(pick) {
  return capital(`${pick(verbs)} the ${words(pick, 2)}`)
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * Gives a function that picks from a list, always in the same order (mulberry32).
 * @typedef {<T>(list: readonly T[]) => T} Pick
 * @param {number} seed
 * @returns {Pick}
 */
function createPick(seed) {
  let state = seed
  return (list) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
    return /** @type {typeof list[number]} */ (list[Math.floor(fraction * list.length)])
  }
}

const nouns = wordList(`answer block buffer chunk client column cursor document element event
  folder frame header index item key label layout leaf limit line list message model node
  number option page parser policy promise queue reader reference render request response root
  row schema screen server session stream string table text thread token tree value window word`)
const verbs = wordList('bind build close count draw find fold keep load map merge open read send')
const adjectives = wordList(`closed early empty first hidden last local long nested open plain
  private safe second shared short single slow stable strict whole`)

/** @param {string} text */
function wordList(text) {
  return text.split(/\s+/)
}
