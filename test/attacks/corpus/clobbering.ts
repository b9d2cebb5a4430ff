import { rowsOf, shownAsWritten, type AttackRow } from '../row.js'

const names = [
  'cookie',
  'location',
  'body',
  'forms',
  'getElementById',
  'currentScript',
  'app',
  'root',
  '__proto__',
  'constructor',
]

/** Texts that would give the page an id, a name, a class or a property of their own. */
export const clobbering: readonly AttackRow[] = rowsOf('clobbering', [
  ...shownAsWritten(
    names.map((name) => ({
      name: `an id ${name} is shown as written`,
      unsafe: `<b id="${name}">a</b>`,
    })),
  ),
  ...shownAsWritten(
    names.map((name) => ({
      name: `a name ${name} is shown as written`,
      unsafe: `<img name=${name}>`,
    })),
  ),
  ...names.map((name) => ({
    name: `a heading ${name} replaces nothing`,
    unsafe: `# ${name}`,
    safe: name === '__proto__' ? 'proto' : name,
  })),
  ...names.map((name) => ({
    name: `a footnote ${name} replaces nothing`,
    unsafe: `a[^${name}]\n\n[^${name}]: b`,
    safe: 'a1 Footnotes b ↩',
  })),
  ...names.map((name) => ({
    name: `a definition ${name} is a link`,
    unsafe: `[${name}]\n\n[${name}]: https://b.test/`,
    safe: name === '__proto__' ? 'proto' : name,
  })),
  ...names.map((name) => ({
    name: `a reference ${name} without a definition is its words`,
    unsafe: `[a][${name}]`,
    safe: name === '__proto__' ? '[a][proto]' : `[a][${name}]`,
  })),
  ...names.map((name) => ({
    name: `a link to the place ${name} stays in the message`,
    unsafe: `[a](#${name})`,
    safe: 'a',
  })),
  {
    name: 'a heading like a footnote’s is a heading',
    unsafe: '## footnote-label',
    safe: 'footnote-label',
  },
  {
    name: 'headings like footnotes take no ids of them',
    unsafe: '# fn-1\n\n# fnref-1\n\na[^1]\n\n[^1]: b',
    safe: 'fn-1 fnref-1 a1 Footnotes b ↩',
  },
  { name: 'two headings of one name are two', unsafe: '# a\n\n# a', safe: 'a a' },
  {
    name: 'a heading with an id of its own shows it',
    unsafe: '# a {#config .modal onclick=x()}',
    safe: 'a {#config .modal onclick=x()}',
  },
  {
    name: 'a fence with an id of its own is code',
    unsafe: '``` {#config .modal}\na\n```',
    safe: 'a',
  },
  {
    name: 'a footnote with a blank in its name is a reference',
    unsafe: 'a[^b c]\n\n[^b c]: d',
    safe: 'a^b c',
  },
  {
    name: 'a footnote with quotes in its name stays in its place',
    unsafe: 'a[^"onclick=x()]\n\n[^"onclick=x()]: b',
    safe: 'a1 Footnotes b ↩',
  },
  {
    name: 'a footnote named by percent escapes stays in its place',
    unsafe: 'a[^%22%3E]\n\n[^%22%3E]: b',
    safe: 'a1 Footnotes b ↩',
  },
  {
    name: 'a link to words of the page stays in the message',
    unsafe: '[a](#:~:text=secret)',
    safe: 'a',
  },
  {
    name: 'a link to a route of the app stays in the message',
    unsafe: '[a](#/settings/delete?yes)',
    safe: 'a',
  },
  { name: 'a link to the top stays in the message', unsafe: '[a](#)', safe: 'a' },
  { name: 'a link to a hidden place stays in the message', unsafe: '[a](#\u202eb)', safe: 'a' },
  { name: 'a task has no name', unsafe: '- [ ] a\n- [x] b', safe: 'a b' },
  { name: 'a list that begins far on has a plain start', unsafe: '999999999. a', safe: 'a' },
])
