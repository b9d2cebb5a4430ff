// Builds every package with tsc, in the order of the arrows between them, then the demo on top of what was built.
import { copyFileSync, rmSync } from 'node:fs'
import { root, run } from './run.mjs'

const packages = ['markdown', 'schema', 'react', 'proxy', 'guard']

for (const name of packages) {
  const folder = `${root}packages/${name}`
  rmSync(`${folder}/dist`, { recursive: true, force: true })
  run('tsc', ['-p', folder])
  copyFileSync(`${root}LICENSE`, `${folder}/LICENSE`)
}

if (!process.argv.includes('--packages')) {
  const demo = `${root}examples/chat`
  rmSync(`${demo}/dist`, { recursive: true, force: true })
  run('vite', ['build', '--logLevel', 'warn'], { cwd: demo })
  run(
    'vite',
    ['build', '--logLevel', 'warn', '--ssr', 'server/main.ts', '--outDir', 'dist/server'],
    {
      cwd: demo,
    },
  )
  run(process.execPath, [`${root}packages/guard/dist/cli.js`, 'dist/client'], { cwd: demo })
}
