import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../examples/chat/dist/server/main.js', import.meta.url))

/** The built demo in a process of its own, on a free port, with the double as its upstream. */
export interface DemoServer {
  readonly url: string
  readonly process: ChildProcess
  readonly output: () => string
  /** Sends Ctrl-C and gives the exit code. */
  stop(): Promise<number | null>
}

/** Starts the built demo; rejects with its output when it ends before it prints its address. */
export async function startDemo(
  environment: Readonly<Record<string, string>>,
): Promise<DemoServer> {
  const { ANTHROPIC_API_KEY: _, ...inherited } = process.env
  const child = spawn(process.execPath, [main], {
    env: { ...inherited, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = once(child, 'exit')
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (address !== undefined) resolve(`${address}/`)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', () => reject(new Error(`The demo ended before it was ready:\n${output}`)))
  })
  return {
    url,
    process: child,
    output: () => output,
    async stop() {
      if (child.exitCode === null) child.kill('SIGINT')
      await ended
      return child.exitCode
    },
  }
}
