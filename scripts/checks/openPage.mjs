// Loads a page that Vite built, in happy-dom, and prints what its root element shows. Run by install.mjs with the folder
// of the page; a process of its own, since the page's globals would stay.
import { Window } from 'happy-dom'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const folder = process.argv[2] ?? ''
const html = readFileSync(join(folder, 'index.html'), 'utf8')
const script = /<script[^>]+src="([^"]+)"/.exec(html)?.[1]
if (script === undefined) throw new Error(`${folder}/index.html has no script`)

const window = new Window({ url: 'http://localhost/' })
window.document.body.innerHTML = '<div id="root"></div>'
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true })
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis)) Reflect.set(globalThis, name, Reflect.get(window, name))
}

await import(pathToFileURL(join(folder, script)).href)
const shown = () => window.document.getElementById('root')?.innerHTML ?? ''
for (let attempt = 0; attempt < 50 && shown() === ''; attempt += 1) await sleep(20)
process.stdout.write(shown())
process.exit(0)
