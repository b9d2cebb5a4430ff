import { createChunker } from './chunking.js'
import type { Bytes, DemoChunking } from './chunking.js'
import { formatEvent } from './format.js'
import type { Step } from './plan.js'
import { wait } from './wait.js'

/** How a body is played. `speed` divides the pauses, 0 leaves them out; the callbacks count. */
export interface PlayOptions {
  readonly speed: number
  readonly chunking: DemoChunking
  readonly random: () => number
  readonly signal: AbortSignal | undefined
  readonly onBytes: (count: number) => void
  /** Called once, when the body has ended by itself or its reader has left. */
  readonly onEnd: (outcome: 'done' | 'aborted') => void
}

/**
 * Plays steps as a body of server-sent events. A step runs only when its bytes are wanted, so a
 * slow reader slows the script and one who leaves stops it. `reset` errors the body.
 */
export function playSteps(
  steps: Iterator<Step, void>,
  options: PlayOptions,
): ReadableStream<Bytes> {
  const { speed, chunking, random, signal, onBytes } = options
  const encoder = new TextEncoder()
  const chunker = createChunker(chunking)
  const stopped = new AbortController()
  // Chunks that are cut and not yet asked for.
  const ready: Bytes[] = []
  // What happens when `ready` is empty, once the script is over.
  let ending: 'end' | 'reset' | 'stall' | undefined
  let isOver = false

  function finish(outcome: 'done' | 'aborted'): void {
    if (isOver) return
    isOver = true
    signal?.removeEventListener('abort', onAbort)
    options.onEnd(outcome)
  }
  // Errors the body; there is none to error before it starts.
  let fail: ((reason: unknown) => void) | undefined
  function onAbort(): void {
    finish('aborted')
    stopped.abort(signal?.reason)
    fail?.(signal?.reason)
  }

  async function prepare(): Promise<void> {
    while (ready.length === 0 && ending === undefined) {
      const { value: step, done } = steps.next()
      if (done === true || step === undefined) {
        ending = 'end'
        ready.push(...chunker.flush())
      } else if (step.type === 'event') {
        if (speed > 0 && step.pause > 0) await wait(step.pause / speed, stopped.signal)
        ready.push(...chunker.push(encoder.encode(formatEvent(step.event, random))))
      } else {
        ending = step.type
        // A connection that breaks does so in the middle of an event.
        const half = step.type === 'reset' ? 'event: content_block_delta\ndata: {"type":"con' : ''
        if (half !== '') ready.push(...chunker.push(encoder.encode(half)))
        ready.push(...chunker.flush())
      }
    }
  }

  return new ReadableStream<Bytes>(
    {
      start(controller) {
        fail = (reason) => controller.error(reason)
        if (signal?.aborted === true) onAbort()
        else signal?.addEventListener('abort', onAbort, { once: true })
      },
      async pull(controller) {
        try {
          await prepare()
          const chunk = ready.shift()
          if (isOver) return
          if (chunk !== undefined) {
            onBytes(chunk.length)
            controller.enqueue(chunk)
          } else if (ending === 'stall') {
            await wait(Infinity, stopped.signal)
          } else {
            finish('done')
            if (ending === 'reset') controller.error(new TypeError('terminated'))
            else controller.close()
          }
        } catch (reason) {
          // Only `wait` rejects, and only after the reader has left.
          if (!isOver) controller.error(reason)
        }
      },
      cancel(reason) {
        finish('aborted')
        stopped.abort(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
