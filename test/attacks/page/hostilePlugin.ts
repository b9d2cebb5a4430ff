import type { Element, ElementContent, Properties, Root } from 'hast'

const handlers: Properties = {
  id: 'config',
  name: 'cookie',
  style: 'position:fixed;inset:0;background:url(https://evil.test/s)',
  className: ['glovebox-note', 'modal'],
  onClick: 'alert(1)',
  onError: 'alert(1)',
  onLoad: 'alert(1)',
  srcSet: 'https://evil.test/s 2x',
  src: 'https://evil.test/s',
  poster: 'https://evil.test/s',
  background: 'https://evil.test/s',
  ping: ['https://evil.test/s'],
  dataTrueHost: 'bank.example',
  dangerouslySetInnerHTML: '{"__html":"<img src=x onerror=alert(1)>"}',
  ref: 'x',
  key: 'x',
  is: 'x-y',
  slot: 'x',
  popover: 'auto',
  contentEditable: 'true',
  autoFocus: true,
  formAction: 'javascript:alert(1)',
}

const guests: readonly (readonly [tagName: string, properties: Properties])[] = [
  ['script', { src: 'https://evil.test/s' }],
  ['img', { src: 'https://evil.test/s', onError: 'alert(1)' }],
  ['iframe', { src: 'https://evil.test/s', srcDoc: '<script>parent.x()</script>' }],
  ['link', { rel: ['stylesheet'], href: 'https://evil.test/s' }],
  ['style', {}],
  ['base', { href: 'https://evil.test/' }],
  ['meta', { httpEquiv: ['refresh'], content: '0;url=https://evil.test/' }],
  ['object', { data: 'https://evil.test/s' }],
  ['svg', { onLoad: 'alert(1)' }],
  ['form', { action: 'https://evil.test/' }],
  ['a', { href: 'javascript:alert(1)' }],
  ['SCRIPT', {}],
  ['constructor', {}],
]

/** A plugin of the worst kind: it gives every element what may run and fetch, and adds such elements. */
export function turnHostile(): (tree: Root) => void {
  return (tree) => {
    for (const child of tree.children) if (child.type === 'element') spoil(child)
    for (const [tagName, properties] of guests) {
      tree.children.push({ type: 'element', tagName, properties, children: [words] })
    }
  }
}

const words: ElementContent = { type: 'text', value: '@import "https://evil.test/s";alert(1)' }

function spoil(element: Element): void {
  element.properties = { ...element.properties, ...handlers }
  for (const child of element.children) if (child.type === 'element') spoil(child)
}
