import { useEffect, useState } from 'react'

/** An address that the page asked for, and how often. */
export interface PageRequest {
  readonly address: string
  readonly count: number
  readonly isForeign: boolean
}

/** Every request of this page so far, as the browser itself counts them. */
export function useRequests(): readonly PageRequest[] {
  const [addresses, setAddresses] = useState<readonly string[]>([])
  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      const names = list.getEntries().map((entry) => entry.name)
      setAddresses((earlier) => [...earlier, ...names])
    })
    observer.observe({ type: 'resource', buffered: true })
    return () => observer.disconnect()
  }, [])
  return countRequests(addresses)
}

function countRequests(addresses: readonly string[]): readonly PageRequest[] {
  const counts = new Map<string, number>()
  for (const address of addresses) counts.set(address, (counts.get(address) ?? 0) + 1)
  return [...counts].map(([address, count]) => {
    const url = new URL(address)
    const isForeign = url.origin !== window.location.origin
    return { address: isForeign ? address : url.pathname, count, isForeign }
  })
}
