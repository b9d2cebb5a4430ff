import { rowsOf, type AttackRow } from '../row.js'

/** How `javascript:` can be spelled so that something between the text and the browser reads it. */
const spellings: readonly (readonly [how: string, unsafe: string])[] = [
  ['plainly', 'javascript:alert(1)'],
  ['in capitals', 'JAVASCRIPT:alert(1)'],
  ['in mixed case', 'jAvAsCrIpT:alert(1)'],
  ['with a decimal entity', '&#106;avascript:alert(1)'],
  ['with a hexadecimal entity', '&#x6A;avascript:alert(1)'],
  ['with many zeros in an entity', '&#0000106;avascript:alert(1)'],
  ['with an entity without semicolon', '&#106avascript:alert(1)'],
  ['with an entity for the colon', 'javascript&colon;alert(1)'],
  ['with a number for the colon', 'javascript&#58;alert(1)'],
  ['with an entity for a tab', 'java&Tab;script:alert(1)'],
  ['with a number for a tab', 'java&#9;script:alert(1)'],
  ['with an entity for a line feed', 'java&NewLine;script:alert(1)'],
  ['with a number for a line feed', 'java&#10;script:alert(1)'],
  ['with a number for a carriage return', 'java&#13;script:alert(1)'],
  ['behind a control character', '&#1;javascript:alert(1)'],
  ['behind a blank', '&#32;javascript:alert(1)'],
  ['behind a no-break space', '&nbsp;javascript:alert(1)'],
  ['with NUL in it', 'java&#0;script:alert(1)'],
  ['with a soft hyphen', 'java&shy;script:alert(1)'],
  ['with a zero-width space', 'java\u200bscript:alert(1)'],
  ['with percent escapes', '%6A%61vascript:alert(1)'],
  ['with the colon escaped', 'javascript%3Aalert(1)'],
  ['escaped twice', '%256Aavascript:alert(1)'],
  ['with an ampersand escaped twice', '&amp;#106;avascript:alert(1)'],
  ['with backslashes', '\\javascript\\:alert(1)'],
  ['with two slashes and a line', 'javascript://evil.test/%0Aalert(1)'],
  ['with a comment', 'javascript:/*a*/alert(1)'],
  ['in full-width letters', 'ｊａｖａｓｃｒｉｐｔ:alert(1)'],
  ['with a full-width colon', 'javascript：alert(1)'],
  ['with a Cyrillic letter', 'jаvascript:alert(1)'],
  ['with a long s', 'java\u017fcript:alert(1)'],
  ['with a right-to-left override', '\u202ejavascript:alert(1)'],
  ['behind a byte order mark', '\ufeffjavascript:alert(1)'],
  ['behind view-source', 'view-source:javascript:alert(1)'],
  ['behind feed', 'feed:javascript:alert(1)'],
  ['behind jar', 'jar:javascript:alert(1)!/'],
  ['behind a slash', '/javascript:alert(1)'],
  ['behind a line feed in the address', '<\tjavascript:alert(1)>'],
]

/** Which of them the markdown reader takes for no link at all, and what is then shown. */
const noLink: ReadonlyMap<string, string> = new Map()

const programs: readonly (readonly [what: string, unsafe: string])[] = [
  ['Visual Basic', 'vbscript:msgbox(1)'],
  ['Visual Basic in capitals', 'VBScript:msgbox(1)'],
  ['LiveScript', 'livescript:x()'],
  ['Mocha', 'mocha:x()'],
  ['a page of data', 'data:text/html,<script>alert(1)</script>'],
  ['a page of base64 data', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='],
  ['a picture with a script', 'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'],
  ['a script of data', 'data:text/javascript,alert(1)'],
  ['data with nothing', 'data:,'],
  ['data in capitals', 'DATA:text/html,a'],
  ['data of XML', 'data:application/xhtml+xml,a'],
  ['data with an entity in its name', 'd&#97;ta:text/html,a'],
  ['a blob', 'blob:https://evil.test/0f0e'],
  ['a blob of nothing', 'blob:null/0f0e'],
  ['a file system', 'filesystem:https://evil.test/temporary/a.html'],
  ['about', 'about:blank'],
  ['the browser’s settings', 'chrome://settings'],
  ['a browser’s resource', 'resource://a'],
  ['an extension', 'chrome-extension://a/b.html'],
  ['the source of a page', 'view-source:https://evil.test/'],
  ['a web socket', 'wss://evil.test/'],
  ['a jar', 'jar:https://evil.test/a.jar!/b.html'],
  ['a script inside XML', 'x-javascript:alert(1)'],
  ['a dictionary', 'dict://evil.test:11211/a'],
  ['gopher', 'gopher://evil.test/_a'],
]

/** Links that would run something in the page; only their words are left. */
export const scriptSchemes: readonly AttackRow[] = rowsOf('script-scheme', [
  ...spellings.map(([how, unsafe]) => ({
    name: `a script spelled ${how} is its words`,
    unsafe: `[a](${unsafe})`,
    safe: noLink.get(how) ?? 'a',
  })),
  ...programs.map(([what, unsafe]) => ({
    name: `a link to ${what} is its words`,
    unsafe: `[a](${unsafe})`,
    safe: 'a',
  })),
  ...programs.slice(0, 12).map(([what, unsafe]) => ({
    name: `a link by reference to ${what} is its words`,
    unsafe: `[a][r]\n\n[r]: <${unsafe.replace(/[<>]/g, '')}>`,
    safe: 'a',
  })),
  ...spellings.slice(0, 12).map(([how, unsafe]) => ({
    name: `an image of a script spelled ${how} is its words`,
    unsafe: `![a](${unsafe})`,
    safe: 'a',
  })),
  {
    name: 'a script as an autolink is its address as text',
    unsafe: '<javascript:alert(1)>',
    safe: 'javascript:alert(1)',
  },
  {
    name: 'data as an autolink is its address as text',
    unsafe: '<data:text/html,a>',
    safe: 'data:text/html,a',
  },
  {
    name: 'a script by a shortcut is its words',
    unsafe: '[javascript:alert(1)]\n\n[javascript:alert(1)]: javascript:alert(1)',
    safe: 'javascript:alert(1)',
  },
  {
    name: 'a script with a title is its words',
    unsafe: '[a](javascript:alert(1) "onclick=alert(1)")',
    safe: 'a',
  },
  {
    name: 'a script around formatted words is the words',
    unsafe: '[**a** `b`](javascript:x())',
    safe: 'a b',
  },
  {
    name: 'a script around an image is the image’s words',
    unsafe: '[![a](https://evil.test/)](javascript:x())',
    safe: 'a (evil.test)',
  },
  {
    name: 'a script in angle brackets is its words',
    unsafe: '[a](<javascript:alert(1)>)',
    safe: 'a',
  },
  {
    name: 'a script with quotes that break out is its words',
    unsafe: '[a](javascript:alert("1")%22onclick=x())',
    safe: 'a',
  },
  {
    name: 'an address that breaks out of its attribute stays one',
    unsafe: '[a](https://b.test/"onmouseover="alert(1))',
    safe: 'a',
  },
  {
    name: 'an address with angle brackets stays one',
    unsafe: '[a](https://b.test/<script>alert(1)</script>)',
    safe: 'a',
  },
  {
    name: 'a link that would name a window runs nothing',
    unsafe: '<a href="javascript:alert(1)" target="_top">a</a>',
    safe: '<a href="javascript:alert(1)" target="_top">a</a>',
  },
])
