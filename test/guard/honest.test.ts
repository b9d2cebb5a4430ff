import { createRules, scan } from '@glovebox/guard'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { check } from '../../packages/guard/src/check.js'

/** As a build machine has them, made up here. */
const environment = {
  GITHUB_TOKEN: ['ghs', 'Q7w2E9r4T1y6U8i3O5pAsDfGhJkLzXcVbNm0'].join('_'),
  DATABASE_PASSWORD: 'correct-horse-battery-9',
  SESSION_SECRET: 'e3b0c44298fc1c149afbf4c8996fb924',
}

const packages = [
  'react-dom/client',
  '@glovebox/react/react-markdown',
  'remark-gfm',
  'unified',
  'zod',
  'fast-check',
  'commonmark',
  'eventsource-parser',
  'hast-util-to-html',
  '@testing-library/dom',
  '@testing-library/user-event',
  '@glovebox/react',
]

describe('a clean build', () => {
  it.each(packages)(
    'of %s has no finding, minified or not',
    async (name) => {
      const contents = `import * as all from ${JSON.stringify(name)}\nconsole.log(all)`
      const files = await Promise.all(
        [true, false].map(async (minify) => {
          const { outputFiles } = await build({
            stdin: { contents, resolveDir: import.meta.dirname },
            bundle: true,
            write: false,
            minify,
            format: 'esm',
            conditions: ['@glovebox/source'],
            define: { 'process.env.NODE_ENV': '"production"' },
            logLevel: 'error',
          })
          return { name: `${name}.js`, chunks: outputFiles.map((file) => file.contents) }
        }),
      )
      const folder = import.meta.dirname
      const options = { folder, environment, envFiles: [], publicNames: [] }
      expect(check({ files, passedOver: [] }, options).report.leaks).toEqual([])
    },
    30_000,
  )

  it('is not one with a provider’s SDK in it', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import Anthropic from '@anthropic-ai/sdk'\nnew Anthropic({ apiKey: location.hash })`,
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      external: ['node:*'],
      logLevel: 'error',
    })
    const chunks = outputFiles.map((file) => file.contents)
    const found = scan([{ name: 'sdk.js', chunks }], createRules()).map(({ rule }) => rule)
    expect([...new Set(found)].toSorted()).toEqual(['browser-access', 'direct-call'])
  })
})
