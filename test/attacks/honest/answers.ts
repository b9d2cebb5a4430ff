import { shownAsWritten } from '../row.js'

/** Sentences of help with paths, addresses, numbers and quoted markup in them. */
export const plainAnswers = shownAsWritten([
  {
    name: 'a mail address',
    unsafe: 'Write to jane.doe+news@example.com or to support@example.co.uk.',
  },
  {
    name: 'bare addresses',
    unsafe: 'See https://example.com/docs/a_b?x=1&y=2#top and http://localhost:3000/ too.',
  },
  { name: 'an address of www', unsafe: 'Go to www.example.com/path, then log in.' },
  {
    name: 'an address in brackets',
    unsafe: 'It is documented (see https://en.example.org/wiki/Markdown_(disambiguation)).',
  },
  {
    name: 'an international name',
    unsafe: 'Besuche https://münchen.example/ und https://例え.jp/ dafür.',
  },
  {
    name: 'paths of Unix',
    unsafe: 'Edit /etc/nginx/nginx.conf and ~/.ssh/config, then cd ../src.',
  },
  { name: 'paths of Windows', unsafe: 'Open D:\\Reports\\2026\\file.txt in Word' },
  { name: 'versions', unsafe: 'Upgrade from v1.2.3 to 2.0.0-rc.1 (Node 20.19.0, ^18.2 || >=19).' },
  { name: 'dollars', unsafe: 'It costs $5, not $10; the total is US$1,234.56.' },
  { name: 'mathematics with dollars', unsafe: 'Let $f(x) = x^2$ and $$a_1 + b_2 = c$$ hold.' },
  { name: 'mathematics with signs', unsafe: '∀x ∈ ℝ: ∃y ≠ x, x² + y² ≤ 1, ∑ᵢ aᵢ ≈ π⁄4, −5 °C' },
  {
    name: 'types with parameters',
    unsafe: 'Use Array<string>, Map<string, Array<number>> and Promise<void>.',
  },
  { name: 'a generic of Rust', unsafe: 'It returns Option<Box<dyn Error>> or Vec<u8>.' },
  { name: 'comparisons', unsafe: 'if a < b and c > d then a <= d && x >> 2' },
  {
    name: 'tags of thinking',
    unsafe: '<thinking>The user asks for a poem.</thinking> Here it is.',
  },
  {
    name: 'placeholders',
    unsafe: 'Run git checkout <branch> and replace <your-name> and {{token}}.',
  },
  { name: 'an arrow and an emoticon', unsafe: 'a -> b => c <- d <3 :-)' },
  { name: 'an escape in words', unsafe: 'The sequence \\n is a line feed and \\u00e9 is é.' },
  {
    name: 'file names',
    unsafe: 'Change README.md, next.config.ts, main.rs, setup.py, index.d.ts and package.json.',
  },
  { name: 'methods', unsafe: 'Call Array.from(x).map(y), obj.method() and std::io::stdin().' },
  {
    name: 'names with dots',
    unsafe: 'Use Node.js, Vue.js, ASP.NET or socket.io, e.g. in the U.S.A.',
  },
  { name: 'times and dates', unsafe: '2024-03-15T10:30:00Z, 10:30, 15.03.2024, 3/15/24' },
  { name: 'a citation', unsafe: 'This is so [1], see also [2, p. 5].' },
  { name: 'a regular expression', unsafe: 'Match ^[a-z0-9]+(?:-[a-z0-9]+)?$ against it.' },
  {
    name: 'a hash and a UUID',
    unsafe:
      'Commit 9fceb02d0ae598e95dc970b74767f19372d61af8, id 123e4567-e89b-12d3-a456-426614174000.',
  },
  {
    name: 'an address of IPv4 and IPv6',
    unsafe: 'Bind to 127.0.0.1:8080, 0.0.0.0/0 or [::1]:443.',
  },
  { name: 'a soft word at the end of a line', unsafe: 'One line\nand another\nand a third.' },
])

/** Answers with markdown in them, and what is seen of them. */
export const formattedAnswers = [
  {
    name: 'headings, bold and lists',
    unsafe:
      '# Plan\n\n1. **First** step\n2. *Second* step\n   - detail\n   - [ ] open\n   - [x] done',
    safe: 'Plan First step Second step detail open done',
  },
  {
    name: 'a table with alignment',
    unsafe: '| Name | Price |\n|:-----|------:|\n| Tea  | $2.50 |\n| Café | 3,00 € |',
    safe: 'Name Price Tea $2.50 Café 3,00 €',
  },
  {
    name: 'a table with code and pipes',
    unsafe: '| Op | Means |\n|-|-|\n| `a \\| b` | or |\n| `a & b` | and |',
    safe: 'Op Means a | b or a & b and',
  },
  {
    name: 'a quote with a source',
    unsafe: '> To be, or not to be.\n>\n> — *Hamlet*',
    safe: 'To be, or not to be. — Hamlet',
  },
  {
    name: 'a link with words',
    unsafe: 'Read [the guide](https://docs.example.com/guide) first.',
    safe: 'Read the guide first.',
  },
  {
    name: 'a link with its own host as words',
    unsafe: '[docs.example.com](https://docs.example.com/guide)',
    safe: 'docs.example.com',
  },
  {
    name: 'a link with its own address as words',
    unsafe: '[https://example.com/a](https://example.com/a)',
    safe: 'https://example.com/a',
  },
  {
    name: 'a link with a file’s name as words',
    unsafe:
      'See [README.md](https://git.example.com/blob/main/README.md) and [`main.rs`](https://git.example.com/main.rs).',
    safe: 'See README.md and main.rs.',
  },
  {
    name: 'a link with a name with dots as words',
    unsafe: '[Node.js](https://nodejs.example/) and [ASP.NET](https://dotnet.example/)',
    safe: 'Node.js and ASP.NET',
  },
  {
    name: 'a link with a version as words',
    unsafe: '[v1.2.3](https://git.example.com/releases/v1.2.3)',
    safe: 'v1.2.3',
  },
  {
    name: 'a link with a method as words',
    unsafe:
      '[`Array.from`](https://docs.example.com/from) and [`Promise.all()`](https://docs.example.com/all)',
    safe: 'Array.from and Promise.all()',
  },
  {
    name: 'a link by reference',
    unsafe: 'See [the docs][1].\n\n[1]: https://example.com/docs "Docs"',
    safe: 'See the docs.',
  },
  {
    name: 'a mail link',
    unsafe: '[Write to us](mailto:help@example.com?subject=Hello)',
    safe: 'Write to us',
  },
  {
    name: 'a mail link with its address as words',
    unsafe: '[help@example.com](mailto:help@example.com)',
    safe: 'help@example.com',
  },
  { name: 'a phone link', unsafe: '[+1 202 555 0100](tel:+12025550100)', safe: '+1 202 555 0100' },
  {
    name: 'an international link',
    unsafe: '[Straße](https://münchen.example/straße) und [例え](https://例え.jp/パス)',
    safe: 'Straße und 例え',
  },
  {
    name: 'a link to a place in the answer',
    unsafe: '# Setup\n\nBack to [Setup](#setup)',
    safe: 'Setup Back to Setup',
  },
  {
    name: 'footnotes',
    unsafe: 'A claim[^1] and another[^note].\n\n[^1]: Source A.\n[^note]: Source B.',
    safe: 'A claim1 and another2. Footnotes Source A. ↩ Source B. ↩',
  },
  { name: 'struck words', unsafe: 'It was ~~wrong~~ right.', safe: 'It was wrong right.' },
  {
    name: 'keys and powers',
    unsafe: 'Press <kbd>Ctrl</kbd>+<kbd>C</kbd>; H<sub>2</sub>O and x<sup>2</sup>.',
    safe: 'Press Ctrl+C; H2O and x2.',
  },
  {
    name: 'a hard break',
    unsafe: 'Roses are red,  \nviolets are blue\\\nand so on<br>and on.',
    safe: 'Roses are red, violets are blue and so on and on.',
  },
  {
    name: 'closed details',
    unsafe: '<details>\n<summary>More</summary>\n\nThe rest.\n\n</details>',
    safe: 'More The rest.',
  },
  {
    name: 'quoted HTML in code',
    unsafe: 'Use `<img src="a.png" alt="">` or `<script>`.',
    safe: 'Use <img src="a.png" alt=""> or <script>.',
  },
  {
    name: 'nested quotes',
    unsafe: '> She wrote:\n>\n> > Yes.\n>\n> Good.',
    safe: 'She wrote: Yes. Good.',
  },
  { name: 'a rule between parts', unsafe: 'One\n\n---\n\nTwo', safe: 'One Two' },
  {
    name: 'numbers that are no list',
    unsafe: 'In 1984\\. he wrote it.',
    safe: 'In 1984. he wrote it.',
  },
  {
    name: 'stars that are no emphasis',
    unsafe: '2 * 3 * 4 = 24 and snake_case_name',
    safe: '2 * 3 * 4 = 24 and snake_case_name',
  },
  {
    name: 'Windows’ line endings',
    unsafe: 'One\r\ntwo\r\n\r\n- three\r\n- four\r\n',
    safe: 'One two three four',
  },
  {
    name: 'a table in Arabic',
    unsafe: '| الاسم | السعر |\n|-|-|\n| شاي | ٥ |',
    safe: 'الاسم السعر شاي ٥',
  },
  {
    name: 'a list in Hebrew with code',
    unsafe: '1. הריצו `npm install`\n2. פתחו את `src/index.ts`',
    safe: 'הריצו npm install פתחו את src/index.ts',
  },
  {
    name: 'Persian in bold beside code',
    unsafe: '**می\u200cتوانید** از `useState` استفاده کنید',
    safe: 'می\u200cتوانید از useState استفاده کنید',
  },
  {
    name: 'a soft answer with everything',
    unsafe:
      'Sure! Here’s *how*:\n\n- **Step 1:** run `a`\n- **Step 2:** see [docs](https://docs.example.com)\n\n```sh\na --b\n```\n\nDone 🎉',
    safe: 'Sure! Here’s how: Step 1: run a Step 2: see docs a --b Done 🎉',
  },
]
