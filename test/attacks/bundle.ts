import { build, type BuildOptions } from 'esbuild'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

/** As an app would ship it: the built packages and React's production build in one file. */
const production: BuildOptions = {
  absWorkingDir: here,
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Without the condition that the workspace's own tests use, so that what is built is tested.
  conditions: ['production'],
  tsconfigRaw: { compilerOptions: { jsx: 'react-jsx' } },
  logLevel: 'error',
}

/** Which of two builds of the package that decodes entities for micromark a page has. */
export type EntityDecoder = 'table' | 'dom'

/**
 * Gives the script of the attacked page. Under Trusted Types the build that asks the DOM for entities
 * cannot work; an app names the other one to its bundler, as this page does.
 */
export function bundlePage(entities: EntityDecoder): Promise<string> {
  return bundle({
    ...production,
    entryPoints: ['page/main.ts'],
    platform: 'browser',
    ...(entities === 'table' && { conditions: ['worker', 'production'] }),
  })
}

/** Writes the renderer of a server to a file, and gives its path. */
export async function bundleServer(): Promise<string> {
  const outfile = `${root}node_modules/.cache/glovebox/attacks-server.mjs`
  const platform = 'node'
  // React's server build asks for Node's own modules by `require`.
  const js = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`
  await bundle({
    ...production,
    entryPoints: ['page/renderRows.tsx'],
    platform,
    banner: { js },
    outfile,
    write: true,
  })
  return outfile
}

async function bundle(options: BuildOptions): Promise<string> {
  if (!existsSync(`${root}packages/react/dist/index.js`)) {
    throw new Error(
      'Cannot run the attacks: the packages are not built, run `node scripts/build.mjs`',
    )
  }
  const { outputFiles } = await build(options)
  return outputFiles?.[0]?.text ?? ''
}
