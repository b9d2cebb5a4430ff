import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts the project's proxy in plain Node, asks it one question as a page of the same origin would, and ends it. Throws
 * where no whole streamed answer comes.
 * @param {string} project
 */
export async function askInstalledProxy(project) {
  const { ANTHROPIC_API_KEY: _unused, ...env } = process.env
  const server = spawn(process.execPath, ['server.js'], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const signal = AbortSignal.timeout(15_000)
    const [line] = await Promise.race([
      once(server.stdout, 'data', { signal }),
      once(server, 'exit', { signal }).then(() =>
        Promise.reject(new Error('The proxy ended before it listened')),
      ),
    ])
    const origin = String(line).trim()
    const answer = await fetch(`${origin}/api/claude`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] }),
      signal,
    })
    expectWholeAnswer(answer.headers.get('content-type') ?? '', await answer.text())
  } finally {
    server.kill()
  }
}

/**
 * @param {string} type
 * @param {string} body
 */
function expectWholeAnswer(type, body) {
  const events = ['message_start', 'text_delta', 'message_stop']
  const missing = events.filter((event) => !body.includes(event))
  if (type.startsWith('text/event-stream') && missing.length === 0) return
  throw new Error(`The proxy gave no whole answer (${type}): ${body.slice(0, 300)}`)
}
