/** Waits so many milliseconds, or for ever with Infinity; rejects with the signal's reason as soon as it aborts. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const onTime = () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }
    // Waiting for ever needs no timer, which would keep the process alive.
    const timer = milliseconds === Infinity ? undefined : setTimeout(onTime, milliseconds)
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
