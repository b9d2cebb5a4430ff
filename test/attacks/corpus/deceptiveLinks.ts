import { rowsOf, type AttackRow } from '../row.js'

/** Links whose words name another place than they open; the true host stands behind them. */
export const deceptiveLinks: readonly AttackRow[] = rowsOf('deceptive-link', [
  {
    name: 'words that are another address',
    unsafe: '[https://bank.example](https://evil.test)',
    safe: 'https://bank.example (evil.test)',
  },
  {
    name: 'words that are another host',
    unsafe: '[bank.example](https://evil.test)',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words that are another host with www',
    unsafe: '[www.bank.example](https://evil.test)',
    safe: 'www.bank.example (evil.test)',
  },
  {
    name: 'words that are another host and a path',
    unsafe: '[bank.example/login](https://evil.test/login)',
    safe: 'bank.example/login (evil.test)',
  },
  {
    name: 'words with a host in a sentence',
    unsafe: '[Log in at bank.example now](https://evil.test)',
    safe: 'Log in at bank.example now (evil.test)',
  },
  {
    name: 'words with a host in bold',
    unsafe: '[**bank**.example](https://evil.test)',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words with a host in code',
    unsafe: '[`bank.example`](https://evil.test)',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words with a host in an image’s words',
    unsafe: '[![bank.example](https://evil.test/i)](https://evil.test)',
    safe: 'bank.example (evil.test) (evil.test)',
  },
  {
    name: 'words with a host in capitals',
    unsafe: '[BANK.EXAMPLE](https://evil.test)',
    safe: 'BANK.EXAMPLE (evil.test)',
  },
  {
    name: 'words with a host of several parts',
    unsafe: '[login.bank.co.uk](https://evil.test)',
    safe: 'login.bank.co.uk (evil.test)',
  },
  {
    name: 'words with a host of a country',
    unsafe: '[paypal.de](https://evil.test)',
    safe: 'paypal.de (evil.test)',
  },
  {
    name: 'words with a host and a port',
    unsafe: '[bank.example:443](https://evil.test)',
    safe: 'bank.example:443 (evil.test)',
  },
  {
    name: 'words with a host under another scheme',
    unsafe: '[ftp://bank.example](https://evil.test)',
    safe: 'ftp://bank.example (evil.test)',
  },
  {
    name: 'words with a host without a scheme',
    unsafe: '[//bank.example/a](https://evil.test)',
    safe: '//bank.example/a (evil.test)',
  },
  {
    name: 'words with a host of the intranet',
    unsafe: '[https://intranet/](https://evil.test)',
    safe: 'https://intranet/ (evil.test)',
  },
  {
    name: 'words with the target in a path',
    unsafe: '[evil.test/bank.example](https://bank.example/evil.test)',
    safe: 'evil.test/bank.example (bank.example)',
  },
  {
    name: 'words with a host by a full-width dot',
    unsafe: '[bank．example](https://evil.test)',
    safe: 'bank．example (evil.test)',
  },
  {
    name: 'words with a host by an ideographic dot',
    unsafe: '[bank。example](https://evil.test)',
    safe: 'bank。example (evil.test)',
  },
  {
    name: 'words with a host by a one-dot leader',
    unsafe: '[bank․example](https://evil.test)',
    safe: 'bank․example (evil.test)',
  },
  {
    name: 'words with a host in full-width letters',
    unsafe: '[ｂａｎｋ.example](https://evil.test)',
    safe: 'ｂａｎｋ.example (evil.test)',
  },
  {
    name: 'words with a host in mathematical letters',
    unsafe: '[𝐛𝐚𝐧𝐤.example](https://evil.test)',
    safe: '𝐛𝐚𝐧𝐤.example (evil.test)',
  },
  {
    name: 'words with a host split by a soft hyphen',
    unsafe: '[bank\u00ad.example](https://evil.test)',
    safe: 'bankU+00AD.example (evil.test)',
  },
  {
    name: 'words with a host split by a zero-width space',
    unsafe: '[bank\u200b.example](https://evil.test)',
    safe: 'bankU+200B.example (evil.test)',
  },
  {
    name: 'words with a host split by tags',
    unsafe: '[bank\u{e0041}.example](https://evil.test)',
    safe: 'bankU+E0041.example (evil.test)',
  },
  {
    name: 'words with a host by entities',
    unsafe: '[bank&period;example](https://evil.test)',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words with a host by escapes',
    unsafe: '[bank\\.example](https://evil.test)',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words with a fraction slash behind the host',
    unsafe: '[bank.example⁄login](https://evil.test)',
    safe: 'bank.example⁄login (evil.test)',
  },
  {
    name: 'words in a reference',
    unsafe: '[bank.example][r]\n\n[r]: https://evil.test',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words that are their own reference',
    unsafe: '[bank.example]\n\n[bank.example]: https://evil.test',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words in a footnote',
    unsafe: 'a[^1]\n\n[^1]: [bank.example](https://evil.test)',
    safe: 'a1 Footnotes bank.example (evil.test) ↩',
  },
  {
    name: 'words in a heading',
    unsafe: '# [bank.example](https://evil.test)',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words in a table',
    unsafe: '|[bank.example](https://evil.test)|\n|-|',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words in a list',
    unsafe: '- [bank.example](https://evil.test)',
    safe: 'bank.example (evil.test)',
  },
  {
    name: 'words that name the parent of another',
    unsafe: '[bank.example](https://bank.example.evil.test)',
    safe: 'bank.example (bank.example.evil.test)',
  },
  {
    name: 'words that name a neighbour',
    unsafe: '[a.bank.example](https://b.bank.example)',
    safe: 'a.bank.example (b.bank.example)',
  },
  {
    name: 'words that end like the target',
    unsafe: '[bank.example](https://evilbank.example)',
    safe: 'bank.example (evilbank.example)',
  },
  {
    name: 'words that begin like the target',
    unsafe: '[bank.example](https://bank.example.co)',
    safe: 'bank.example (bank.example.co)',
  },
  {
    name: 'words with a hyphen for a dot',
    unsafe: '[bank.example](https://bank-example.test)',
    safe: 'bank.example (bank-example.test)',
  },
  {
    name: 'words that name a number',
    unsafe: '[https://93.184.216.34](https://evil.test)',
    safe: 'https://93.184.216.34 (evil.test)',
  },
  {
    name: 'words of a host for a numeric target',
    unsafe: '[bank.example](https://1572395042/)',
    safe: 'bank.example (93.184.216.34)',
  },
  {
    name: 'words of a host for a target of IPv6',
    unsafe: '[bank.example](https://[2001:db8::1]/)',
    safe: 'bank.example ([2001:db8::1])',
  },
  {
    name: 'words of a host for a mail',
    unsafe: '[https://bank.example](mailto:a@evil.test)',
    safe: 'https://bank.example (evil.test)',
  },
  {
    name: 'words of a mail for another mail',
    unsafe: '[help@bank.example](mailto:help@evil.test)',
    safe: 'help@bank.example (evil.test)',
  },
  {
    name: 'words of a mail for an address',
    unsafe: '[help@bank.example](https://evil.test)',
    safe: 'help@bank.example (evil.test)',
  },
  {
    name: 'words of a shared host’s customer',
    unsafe: '[github.io](https://evil.github.io)',
    safe: 'github.io (evil.github.io)',
  },
  {
    name: 'words of a public suffix',
    unsafe: '[co.uk](https://evil.co.uk)',
    safe: 'co.uk (evil.co.uk)',
  },
  {
    name: 'a name before the host',
    unsafe: '[a](https://bank.example@evil.test/)',
    safe: 'a (evil.test)',
  },
  {
    name: 'a name and a password before the host',
    unsafe: '[a](https://bank.example:443@evil.test/)',
    safe: 'a (evil.test)',
  },
  {
    name: 'a path before an at sign',
    unsafe: '[a](https://bank.example%2Flogin@evil.test/)',
    safe: 'a (evil.test)',
  },
  {
    name: 'a slash look-alike before an at sign',
    unsafe: '[a](https://bank.example∕login@evil.test/)',
    safe: 'a (evil.test)',
  },
  {
    name: 'a bare address with a name',
    unsafe: 'https://bank.example@evil.test/',
    safe: 'https://bank.example@evil.test/ (evil.test)',
  },
  {
    name: 'an autolink with a name',
    unsafe: '<https://bank.example@evil.test/>',
    safe: 'https://bank.example@evil.test/ (evil.test)',
  },
  {
    name: 'a Cyrillic letter among Latin ones',
    unsafe: '[a](https://b\u0430nk.example/)',
    safe: 'a (xn--bnk-6cd.example = b\u0430nk.example)',
  },
  {
    name: 'a Greek letter among Latin ones',
    unsafe: '[a](https://b\u03b1nk.example/)',
    safe: 'a (xn--bnk-oxc.example = b\u03b1nk.example)',
  },
  {
    name: 'Cyrillic letters that spell a Latin name',
    unsafe: '[a](https://\u0430\u0440\u0440\u04cf\u0435.example/)',
    safe: 'a (xn--80ak6aa92e.example = \u0430\u0440\u0440\u04cf\u0435.example)',
  },
  {
    name: 'a name of mixed scripts in punycode',
    unsafe: '[a](https://xn--bnk-6cd.example/)',
    safe: 'a (xn--bnk-6cd.example = b\u0430nk.example)',
  },
  {
    name: 'a bare address of mixed scripts',
    unsafe: 'https://b\u0430nk.example/',
    safe: 'https://b\u0430nk.example/ (xn--bnk-6cd.example = b\u0430nk.example)',
  },
  {
    name: 'words in Latin for a name of mixed scripts',
    unsafe: '[bank.example](https://b\u0430nk.example/)',
    safe: 'bank.example (xn--bnk-6cd.example = b\u0430nk.example)',
  },
  {
    name: 'words of mixed scripts for a Latin name',
    unsafe: '[b\u0430nk.example](https://bank.example/)',
    safe: 'b\u0430nk.example (bank.example)',
  },
  {
    name: 'a backslash before a name and an at sign',
    unsafe: '[a](https:\\\\bank.example\\@evil.test/)',
    safe: 'a (evil.test)',
  },
  {
    name: 'a host and a backslash before an at sign',
    unsafe: '[a](https://evil.test\\\\@bank.example/)',
    safe: 'a (bank.example)',
  },
  { name: 'a tab inside the host is no link', unsafe: '[a](https://ev&Tab;il.test/)', safe: 'a' },
  {
    name: 'a line feed inside the host is no link',
    unsafe: '[a](https://ev&NewLine;il.test/)',
    safe: 'a',
  },
  { name: 'no host at all is no link', unsafe: '[a](https://)', safe: 'a' },
  { name: 'a port that is none is no link', unsafe: '[a](https://evil.test:99999/)', safe: 'a' },
  { name: 'a broken IPv6 is no link', unsafe: '[a](https://[::1/)', safe: 'a' },
  {
    name: 'an escaped slash inside a host is no link',
    unsafe: '[a](https://bank.example%2F.evil.test/)',
    safe: 'a',
  },
  { name: 'a link that is relative is no link', unsafe: '[a](/logout)', safe: 'a' },
  { name: 'a link to a parent’s path is no link', unsafe: '[a](../../logout)', safe: 'a' },
  { name: 'a link to a query is no link', unsafe: '[a](?delete=all)', safe: 'a' },
  {
    name: 'a link too long is its words',
    unsafe: `[a](https://evil.test/${'a'.repeat(2_100)})`,
    safe: 'a',
  },
  {
    name: 'a link inside a link is one link',
    unsafe: '[a [bank.example](https://bank.example) b](https://evil.test)',
    safe: '[a bank.example b](https://evil.test)',
  },
  {
    name: 'a host far behind in the words',
    unsafe: `[${'a '.repeat(200)}bank.example](https://evil.test)`,
    safe: `${'a '.repeat(200)}bank.example (evil.test)`,
  },
  {
    name: 'a host behind many hidden characters',
    unsafe: `[${'\u200b'.repeat(40)}bank.example](https://evil.test)`,
    safe: 'U+200B ×40bank.example (evil.test)',
  },
  {
    name: 'words with a defanged host',
    unsafe: '[hxxps://bank.example](https://evil.test)',
    safe: 'hxxps://bank.example (evil.test)',
  },
  {
    name: 'words that claim to be the true host',
    unsafe: '[a (bank.example)](https://evil.test)',
    safe: 'a (bank.example) (evil.test)',
  },
  {
    name: 'a forged host behind an honest link',
    unsafe: '[a](https://evil.test) (bank.example)',
    safe: 'a (bank.example)',
  },
  {
    name: 'words with a host from right to left',
    unsafe: '[\u202eelpmaxe.knab](https://evil.test)',
    safe: 'U+202Eelpmaxe.knab',
  },
  {
    name: 'a host with a blank of Braille is named in punycode',
    unsafe: '[a](http://a\u2800/)',
    safe: 'a (xn--a-4rq)',
  },
])
