import { build } from 'esbuild'
import { readFileSync } from 'node:fs'

/** The stylesheet of the package. */
export const styles = readFileSync(
  new URL('../../packages/react/styles.css', import.meta.url),
  'utf8',
)

/** Gives the script of a page on which `draw` shows a text, `drawMessage` a message, and `takeOver` a text of a server; from the sources, as in production. */
export async function bundleDrawPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('drawPage.tsx', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    conditions: ['@glovebox/source'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}
