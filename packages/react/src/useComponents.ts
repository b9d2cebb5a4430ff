'use client'

import { useState } from 'react'
import type { Components } from 'react-markdown'

const noComponents: Components = {}

/** Gives the app's components as one object for as long as it passes the same ones. */
export function useComponents(components: Components | undefined): Components {
  const [known, setKnown] = useState(components ?? noComponents)
  const given = components ?? noComponents
  if (hasSame(known, given)) return known
  setKnown(given)
  return given
}

function hasSame(one: Components, other: Components): boolean {
  if (one === other) return true
  const before = new Map<string, unknown>(Object.entries(one))
  const after = Object.entries(other)
  return before.size === after.length && after.every(([name, own]) => before.get(name) === own)
}
