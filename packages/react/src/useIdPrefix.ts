'use client'

import { useId, useMemo } from 'react'

/** Gives a prefix for ids that no other component on the page has, of `a-z`, `0-9` and `-` only. */
export function useIdPrefix(): string {
  const id = useId()
  return useMemo(() => prefixOf(id), [id])
}

function prefixOf(id: string): string {
  // React's ids tell capitals apart; `R` and `r` must stay two ids.
  const own = id.replace(/[A-Z]/g, (capital) => '-' + capital.toLowerCase())
  return `glovebox-${own.replace(/[^a-z0-9-]/g, '')}-`
}
