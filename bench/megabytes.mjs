// One megabyte of each thing that is expensive to draw: short blocks, many cells, many links, scripts without blanks …
// A text without an end is what a prompt injection writes to hang a page.

/** Characters of each text. */
const size = 1_000_000

/** @type {Readonly<Record<string, string>>} what is repeated */
const parts = {
  prose: 'The quick brown fox jumps over the lazy dog, and so it goes on. ',
  paragraphs: 'a\n\n',
  'paragraphs of words': 'Some words in a paragraph, and a few more.\n\n',
  headings: '# a\n',
  'lists of one item': '- a\n\n\n1. b\n\n\n',
  'one list': '- a\n',
  'loose list': '- a\n\n',
  'nested quotes': '> > > > > a\n\n',
  'empty cells': `${'|'.repeat(60)}\n`,
  rules: '***\n',
  'code spans': '`a` ',
  'code blocks': '```\na\n```\n',
  'line breaks': 'a  \n',
  emphasis: '*a* ',
  'nested emphasis': '***a*** ~~b~~ ',
  links: '[a](https://a.example) ',
  'plain links': 'https://a.example ',
  images: '![a](https://a.example/a.png) ',
  footnotes: 'a[^1] ',
  html: '<kbd>a</kbd> ',
  details: '<details><summary>a</summary>\n\nb\n\n</details>\n\n',
  'hidden characters': 'a\u202e\u200bb',
  'hidden in paragraphs': `${'x\u200b'.repeat(10)}\n\n`,
  'hidden in alternatives': `![${'x\u200b'.repeat(10)}](a.png)\n\n`,
  'hidden in html': `<a ${'x\u200b'.repeat(10)}>\n\n`,
  'tag characters': '\u{e0041}\u{e0042}',
  'combining marks': 'a\u0301\u0302\u0303\u0304',
  emoji: '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} ',
  thai: 'สวัสดีชาวโลก',
  'thai with blanks': 'สวัสดีชาวโลก ',
  khmer: 'សួស្តីពិភពលោក',
  japanese: '日本語の文章です。',
  arabic: 'مرحبا بالعالم ',
  'both directions': 'a ب ',
  'one word': 'a',
  'empty lines': '\n',
  blanks: ' ',
  tabs: '\t',
  brackets: '[',
  angles: '<',
  'quote marks': '>',
  backticks: '`',
  'lone delimiters': '*a _b ',
  entities: '&amp;',
  'one code block': '    a\n',
}

/** @returns {readonly { readonly name: string, readonly text: string }[]} */
export function createMegabytes() {
  const start = {
    'empty cells': `|${'a|'.repeat(60)}\n|${'-|'.repeat(60)}\n`,
    footnotes: '[^1]: a\n\n',
  }
  return [
    ...Object.entries(parts).map(([name, part]) => ({
      name,
      text: `${start[name] ?? ''}${part.repeat(size / part.length + 1)}`.slice(0, size),
    })),
    { name: 'table', text: table() },
  ]
}

/** A table as an answer may well have it, only longer. */
function table() {
  const row = `${'| ab 12 '.repeat(10)}|\n`
  return `${row}${'|-'.repeat(10)}|\n${row.repeat(size / row.length)}`.slice(0, size)
}
