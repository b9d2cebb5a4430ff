'use client'

import { useEffect, useId, useInsertionEffect, useRef, useState } from 'react'

/**
 * Gives a prefix for ids that no other component on the page has, of letters, digits and `-` only. React's ids
 * are apart within one root; where another root has the same one, the later of the two is drawn again.
 */
export function useIdPrefix(): string {
  const id = useId()
  /** What a server draws, and what is drawn until the page is known. */
  const [prefix, setPrefix] = useState(prefixOf(id))
  const held = useRef(prefix)
  // Held exactly as long as the elements are in the page; other effects end where they are only hidden.
  useInsertionEffect(() => {
    const page: Record<symbol, Set<string>> = globalThis
    // Other copies of this package ask there too.
    const all = (page[Symbol.for('glovebox')] ??= new Set())
    for (let count = 2; all.has(held.current); count += 1) held.current = prefixOf(id + 'x' + count)
    all.add(held.current)
    return () => {
      all.delete(held.current)
    }
  }, [id])
  // React forbids the former effect to draw again.
  useEffect(() => setPrefix(held.current), [id])
  return prefix
}

/** No hyphen but the last: with another one behind it, words of one text could make an id of another's. */
function prefixOf(id: string): string {
  return `glovebox-${id.replace(/\W|_/g, '')}-`
}
