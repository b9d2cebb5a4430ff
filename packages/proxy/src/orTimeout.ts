/**
 * Waits for a promise so many milliseconds at most. Gives `failed` where it rejects; a promise that was not waited for
 * to its end goes on and never rejects unheard.
 */
export async function orTimeout<Value>(
  promise: Promise<Value>,
  milliseconds: number,
): Promise<Value | 'timeout' | 'failed'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(() => resolve('timeout'), milliseconds)
  })
  try {
    return await Promise.race([promise.catch(() => 'failed' as const), timeout])
  } finally {
    clearTimeout(timer)
  }
}
