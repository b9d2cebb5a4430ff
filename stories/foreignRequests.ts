import { useSyncExternalStore } from 'react'

/** Addresses on other origins that this document asked for, as the browser itself counts them. */
let addresses: readonly string[] = []
const listeners = new Set<() => void>()

// Not `performance.getEntries`: its list ends at 250 entries, and modules alone can be more.
new PerformanceObserver((list) => {
  const foreign = list
    .getEntries()
    .map((entry) => entry.name)
    .filter((address) => isForeign(address))
  if (foreign.length === 0) return
  addresses = [...addresses, ...foreign]
  for (const listener of listeners) listener()
}).observe({ type: 'resource', buffered: true })

/** Gives the requests of this document to other origins so far, also those that failed. */
export function useForeignRequests(): readonly string[] {
  return useSyncExternalStore(subscribe, foreignRequests)
}

/** The same for a play function. */
export function foreignRequests(): readonly string[] {
  return addresses
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isForeign(address: string): boolean {
  return /^(https?|wss?|ftp):/.test(address) && new URL(address).origin !== location.origin
}
