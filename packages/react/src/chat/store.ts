/** A state that tells its listeners of changes, at most so often. */
export interface Store<State> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => State
  /** Replaces the state now; a state that was waiting is dropped, since this one is newer. */
  readonly set: (state: State) => void
  /** Replaces the state now or within the throttle's time; of several only the last is made and shown. */
  readonly setSoon: (makeState: () => State) => void
}

/** Creates a store whose `setSoon` waits so many milliseconds between two changes. */
export function createStore<State>(initial: State, throttleMs: number): Store<State> {
  const listeners = new Set<() => void>()
  let state = initial
  /** Runs while changes have to wait. */
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Makes the state that waits for the timer. */
  let waiting: (() => State) | undefined

  function publish(next: State): void {
    state = next
    for (const listener of listeners) callBack(listener)
  }

  function show(makeState: () => State): void {
    waiting = undefined
    if (throttleMs > 0) timer = setTimeout(onTimer, throttleMs)
    publish(makeState())
  }

  function onTimer(): void {
    timer = undefined
    if (waiting !== undefined) show(waiting)
  }

  return {
    subscribe(listener) {
      // A wrapper, so that one function may listen twice.
      const call = () => listener()
      listeners.add(call)
      return () => {
        listeners.delete(call)
      }
    },
    getState: () => state,
    set(next) {
      clearTimeout(timer)
      timer = undefined
      waiting = undefined
      publish(next)
    },
    setSoon(makeState) {
      if (timer === undefined) show(makeState)
      else waiting = makeState
    },
  }
}

/** Calls the app back. What it throws is reported as its own error and does not end the answer. */
export function callBack<Value extends readonly unknown[]>(
  callback: ((...values: Value) => void) | undefined,
  ...values: Value
): void {
  try {
    callback?.(...values)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
