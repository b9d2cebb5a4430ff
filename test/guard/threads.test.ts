import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSharedMemory, shareFiles } from '../../packages/guard/src/shareFiles.js'

describe('files that two threads share', () => {
  it('are each taken once', () => {
    const memory = createSharedMemory()
    const [one, other] = [shareFiles(memory, 3), shareFiles(memory, 3)]
    expect([one.take(), other.take(), one.take(), other.take(), one.take()]).toEqual([
      0,
      1,
      2,
      undefined,
      undefined,
    ])
  })

  it('are left to one thread where the other begins too late', () => {
    const memory = createSharedMemory()
    const [one, other] = [shareFiles(memory, 3), shareFiles(memory, 3)]
    expect([one.close(), other.start()]).toEqual([false, false])
  })

  it('are waited for where the other thread has begun', () => {
    const memory = createSharedMemory()
    const [one, other] = [shareFiles(memory, 3), shareFiles(memory, 3)]
    const begun = [other.start(), one.close()]
    other.end()
    expect([...begun, one.waitForEnd(10)]).toEqual([true, true, true])
  })

  it('are not waited for without end where the other thread died', () => {
    const memory = createSharedMemory()
    const [one, other] = [shareFiles(memory, 3), shareFiles(memory, 3)]
    other.start()
    expect([one.close(), one.waitForEnd(10)]).toEqual([true, false])
  })
})

describe('the built command, given enough for two threads', { timeout: 120_000 }, () => {
  const cli = fileURLToPath(new URL('../../packages/guard/dist/cli.js', import.meta.url))
  const value = ['correct', 'horse', 'battery', 'staple', '7'].join('-')
  const filler = 'const words = "nothing to see here";\n'.repeat(8_000)
  let folder = ''

  beforeAll(() => {
    if (!existsSync(cli)) throw new Error('The guard is not built, run `node scripts/build.mjs`')
    folder = mkdtempSync(join(tmpdir(), 'glovebox-threads-'))
    mkdirSync(join(folder, 'dist'))
    for (let index = 10; index < 60; index += 1) {
      const leak = index % 7 === 0 ? `const key = "${value}"\n` : ''
      writeFileSync(join(folder, 'dist', `${index}.js`), leak + filler)
    }
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  function run(parts: readonly string[], environment: Readonly<Record<string, string>>) {
    const args = [...parts, '--json']
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...environment },
    })
    return { status, stdout, stderr }
  }

  it('reports what both found, in the order of the files', () => {
    const { status, stdout } = run(['dist'], { MY_API_KEY: value })
    const { leaks, files } = JSON.parse(stdout)
    expect([status, files, leaks.map((leak: { file: string }) => leak.file)]).toEqual([
      1,
      50,
      [14, 21, 28, 35, 42, 49, 56].map((index) => join('dist', `${index}.js`)),
    ])
  })

  it('is clean where neither found anything', () => {
    expect(run(['dist'], {}).status).toBe(0)
  })

  it('cannot run where either finds a file that cannot be unpacked', () => {
    writeFileSync(join(folder, 'dist', '99.js.gz'), 'no gzip')
    const { status, stderr } = run(['dist'], {})
    rmSync(join(folder, 'dist', '99.js.gz'))
    expect([status, stderr.includes('Cannot read')]).toEqual([2, true])
  })
})
