/** Texts that grow, of a kind that makes parsers slow. */
export interface Family {
  readonly name: string
  /** Text of about `size` characters. */
  readonly write: (size: number) => string
}

const repeat =
  (start: string, part: string, end = '') =>
  (size: number) =>
    start + part.repeat(Math.ceil(size / part.length)) + end

/** Parts that are all different, until they are `size` characters together. */
const grow = (part: (n: number) => string) => (size: number) => {
  let text = ''
  for (let n = 0; text.length < size; n += 1) text += part(n)
  return text
}

/** The first half opens what the second half closes. */
const inside = (open: string, close: string) => (size: number) => {
  const count = Math.ceil(size / (open.length + close.length))
  return open.repeat(count) + 'a' + close.repeat(count)
}

const both = (one: Family['write'], other: Family['write']) => (size: number) =>
  one(size / 2) + other(size / 2)

const family = (name: string, write: Family['write']): Family => ({ name, write })

/** What is hard for the phase that finds blocks. */
export const blockFamilies: readonly Family[] = [
  family('quotes in each other', repeat('', '>')),
  family('quotes in each other, with blanks', repeat('', '> ', 'a')),
  family('lines that are fifty quotes deep', repeat('', '> '.repeat(50) + 'a\n')),
  family('lines that are as deep as they go', repeat('', '>'.repeat(500) + 'a\n')),
  family('lazy lines', repeat('> '.repeat(50) + 'a\n', 'b\n')),
  family(
    'lists in each other by indentation',
    grow((n) => '  '.repeat(n % 90) + '- a\n'),
  ),
  family('lists of one line', repeat('', '- ', 'a')),
  family('numbered lists of one line', repeat('', '1. ', 'a')),
  family('quotes and lists of one line', repeat('', '> - ', 'a')),
  family('items', repeat('', '- a\n')),
  family('items with blank lines', repeat('', '- a\n\n')),
  family('items without content', repeat('', '-\n')),
  family('blank lines in a deep list', repeat('- '.repeat(50) + 'a\n', '\n')),
  family(
    'lists under tabs',
    grow((n) => '\t'.repeat(n % 60) + '- a\n'),
  ),
  family(
    'paragraphs in deep lists',
    repeat('- '.repeat(40) + 'a\n', '\n' + ' '.repeat(80) + 'b\n'),
  ),
  family('rows', repeat('|a|b|\n|-|-|\n', '|c|d|\n')),
  family(
    'columns',
    (size) =>
      `${repeat('|', 'a|')(size / 3)}\n${repeat('|', '-|')(size / 3)}\n${repeat('|', 'b|')(size / 3)}`,
  ),
  family(
    'rows that are too short',
    (size) => `${'|a'.repeat(200)}\n${'|-'.repeat(200)}\n${repeat('', 'a\n')(size)}`,
  ),
  family('heads of tables without a table', repeat('', '|a|b|\n')),
  family('delimiter rows without a table', repeat('', '|-|-|\n')),
  family('escaped pipes', repeat('|a|\n|-|\n|', '\\|')),
  family(
    'definitions',
    grow((n) => `[a${n}]: /u\n`),
  ),
  family('definitions of one label', repeat('', '[a]: /u\n')),
  family('a title that does not end', repeat('[a]: /u "', 't\n')),
  family('a label that does not end', repeat('[', 'a\n')),
  family('an address of many brackets', repeat('[a]: ', '(')),
  family(
    'definitions, then uses',
    both(
      grow((n) => `[a${n}]: /u\n`),
      grow((n) => `[a${n}] `),
    ),
  ),
  family(
    'uses, then definitions',
    both(
      grow((n) => `[a${n}]\n\n`),
      grow((n) => `[a${n}]: /u\n`),
    ),
  ),
  family('uses, then one definition', (size) => repeat('', '[a] ')(size) + '\n\n[a]: /u\n'),
  family(
    'footnotes',
    grow((n) => `[^a${n}]: b\n`),
  ),
  family(
    'footnotes that use the next',
    grow((n) => `[^${n}]: a[^${n + 1}]\n\n`),
  ),
  family(
    'footnotes that use the one before',
    grow((n) => `[^${n + 1}]: a[^${n}]\n\n`),
  ),
  family(
    'footnotes in each other',
    grow((n) => '    '.repeat(n % 50) + `[^${n}]: a\n\n`),
  ),
  family('calls of one footnote', repeat('[^a]: b\n\n', '[^a]')),
  family('a block of code', repeat('```\n', 'code\n')),
  family('fences that do not close', repeat('````\n', '```\n')),
  family('indented code', repeat('', '    a\n')),
  family('blank lines in indented code', repeat('    a\n', '\n')),
  family('blank lines with blanks', repeat('a\n', ' '.repeat(9) + '\n')),
  family('a block of HTML', repeat('<div>\n', 'a\n')),
  family('a comment that does not end', repeat('<!-- ', 'a\n')),
  family('setext candidates', repeat('', 'a\n=b\n')),
  family('setext headings', repeat('', 'a\n=\n')),
  family('a long setext underline', repeat('a\n', '=', 'b')),
  family('a long thematic break', repeat('', '* ', 'a')),
  family('number signs', repeat('# ', '#', ' a')),
  family('number signs and blanks', repeat('# a', ' #')),
  family('blanks at the end of a line', repeat('a', ' ', '\nb')),
  family('blanks inside a line', repeat('a', ' ', 'b')),
  family('tabs', repeat('a', '\t', 'b')),
  family('tabs in front', repeat('', '\t', 'b')),
  family('line feeds', repeat('', '\n')),
  family('carriage returns', repeat('', '\r')),
  family('one long line', repeat('', 'word ')),
  family('one long paragraph', repeat('', 'some words\n')),
  family('one long paragraph with marks', repeat('', 'some *words* and `code`\n')),
  family('one long paragraph in a list', repeat('- ', 'some words\n')),
]

/** What is hard for the phase that reads phrasing. */
export const inlineFamilies: readonly Family[] = [
  family('open brackets', repeat('', '[')),
  family('open brackets and words', repeat('', '[a')),
  family('closed brackets', repeat('', ']')),
  family('brackets in each other', inside('[', ']')),
  family('pairs of brackets', repeat('', '[]')),
  family('images in each other', inside('![', '](a)')),
  family('open images', repeat('', '![')),
  family('links in each other', inside('[', '](a)')),
  family('links that do not end', repeat('', '[a](<b')),
  family('links with open titles', repeat('', '[a](b "')),
  family('links with open brackets', repeat('', '[a](')),
  family('an address of open brackets', repeat('[a](', '(')),
  family('references that do not end', repeat('', '[a][')),
  family('long labels', repeat('', '[' + 'a'.repeat(998) + ']')),
  family('footnote calls that do not end', repeat('', '[^a')),
  family('openers of emphasis', repeat('', '*a ')),
  family('openers of strong', repeat('', '**a ')),
  family('closers of emphasis', repeat('', 'a* ')),
  family('closers of underscores', repeat('', 'a_ ')),
  family('emphasis of both kinds', repeat('', '*a _b ')),
  family('emphasis that crosses', repeat('', '*a _b* c_ ')),
  family('emphasis and strong', repeat('', '*a **b ')),
  family('emphasis in each other', inside('*', '*')),
  family('strong and emphasis in each other', inside('**a *b ', '* c**')),
  family('runs that both open and close', repeat('', 'a**b')),
  family('runs of three', repeat('a', '***b')),
  family('a long run', repeat('', '*', 'a')),
  family('underscores in words', repeat('', 'a_b')),
  family('openers, then closers of the other kind', both(repeat('', '*a '), repeat('', ' b_'))),
  family(
    'closers after one opener of each length',
    both(
      grow((n) => '*'.repeat((n % 9) + 1) + 'a '),
      repeat('', 'b** '),
    ),
  ),
  family('tildes', repeat('', '~')),
  family('openers of strikethrough', repeat('', '~~a ')),
  family('strikethrough of both lengths', repeat('', '~a ~~b ')),
  family('strikethrough in each other', inside('~~a *b ', '* c~~')),
  family(
    'runs of backticks of all lengths',
    grow((n) => '`'.repeat(n + 1) + ' '),
  ),
  family(
    'runs of backticks of all lengths, twice',
    both(
      grow((n) => '`'.repeat(n + 1) + ' '),
      grow((n) => '`'.repeat(n + 1) + ' '),
    ),
  ),
  family('backticks', repeat('', '`')),
  family('backticks and words', repeat('`` ', '`a')),
  family('escapes', repeat('', '\\')),
  family('escaped marks', repeat('', '\\*')),
  family('escaped line endings', repeat('', 'a\\\n')),
  family('open tags', repeat('', '<')),
  family('open tags with names', repeat('', '<a ')),
  family('open tags with attributes', repeat('', '<a b="')),
  family('a tag of many attributes', repeat('<a', ' b')),
  family('a tag of many line endings', repeat('<a', '\n ', '>')),
  family('comments that do not end', repeat('a', '<!--')),
  family('instructions that do not end', repeat('a', '<?')),
  family('declarations that do not end', repeat('a', '<!A')),
  family('CDATA that does not end', repeat('a', '<![CDATA[')),
  family('tags', repeat('', '<b>')),
  family('autolinks', repeat('', '<a:b>')),
  family('autolinks that do not end', repeat('', '<a:')),
  family('addresses in angle brackets that do not end', repeat('', '<a@b')),
  family('ampersands', repeat('', '&')),
  family('entities', repeat('', '&amp;')),
  family('entities that do not end', repeat('', '&amp')),
  family('long numeric entities', repeat('', '&#0000000')),
  family('unknown entities', repeat('', '&' + 'a'.repeat(31) + ';')),
  family('addresses', repeat('', 'http://a.b ')),
  family('addresses without a blank', repeat('', 'http://a.b')),
  family('an address of closing brackets', repeat('http://a.b/', ')')),
  family('an address of open and closing brackets', inside('http://a.b/(', ')')),
  family('an address of entities', repeat('http://a.b/', '&amp;')),
  family('an address of full stops', repeat('http://a.b', '.')),
  family('www', repeat('', 'www.')),
  family('www and blanks', repeat('', 'www. ')),
  family('labels of a domain', repeat('www', '.a')),
  family('underscores of a domain', repeat('www.', 'a_')),
  family('signs of mail', repeat('', '@')),
  family('mail', repeat('', 'a@b.c ')),
  family('mail without a blank', repeat('', 'a@b.')),
  family('the name of a mail', repeat('', 'a.')),
  family('names of mail that do not end', repeat('', 'a@')),
  family('the host of a mail', repeat('a@', 'b.')),
  family('mailto', repeat('', 'mailto:')),
  family('colons', repeat('', ':')),
  family('hard breaks', repeat('', 'a  \n')),
  family('blanks before line endings', repeat('', 'a' + ' '.repeat(50) + '\n')),
  family('exclamation marks', repeat('', '!')),
  family('marks of all kinds', repeat('', '*_~`[!<&\\](:@"|#>-')),
  family('marks of all kinds in each other', inside('**a _b [c ~~d ', ' d~~ c](e) b_ a**')),
  family('tags characters', repeat('', '\u{e0041}')),
  family('halves of pairs', repeat('', '\ud800a')),
]
