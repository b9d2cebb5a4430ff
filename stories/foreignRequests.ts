import { useSyncExternalStore } from 'react'

/** Addresses on other origins that this document asked for since the story began, as the browser counts them. */
let addresses: readonly string[] = []
const listeners = new Set<() => void>()

// Not `performance.getEntries`: its list ends at 250 entries, and modules alone can be more.
new PerformanceObserver((list) => {
  const foreign = list
    .getEntries()
    .map((entry) => entry.name)
    .filter((address) => isForeign(address))
  if (foreign.length === 0) return
  setAddresses([...addresses, ...foreign])
}).observe({ type: 'resource', buffered: true })

/** Gives the requests to other origins since the story began, also those that failed. */
export function useForeignRequests(): readonly string[] {
  return useSyncExternalStore(subscribe, foreignRequests)
}

/** The same for a play function. */
export function foreignRequests(): readonly string[] {
  return addresses
}

/** Begins a new count: stories that are shown one after another share a document. */
export function forgetForeignRequests(): void {
  if (addresses.length > 0) setAddresses([])
}

function setAddresses(changed: readonly string[]): void {
  addresses = changed
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isForeign(address: string): boolean {
  return /^(https?|wss?|ftp):/.test(address) && new URL(address).origin !== location.origin
}
