'use client'

import type { Policy } from '@glovebox/markdown'
import { useContext, useMemo, useState, type ReactNode } from 'react'
import type { Labels } from './labels.js'
import { SettingsContext } from './settings.js'
import { withOrigin } from './withOrigin.js'

/** Defaults for all components below; `origin` is what `'self'` and "foreign" are measured by. */
export interface GloveboxProviderProps {
  readonly policy?: Policy | undefined
  readonly labels?: Partial<Labels> | undefined
  readonly origin?: string | undefined
  readonly children?: ReactNode
}

/**
 * Sets policy, labels and origin for everything below, and remembers for its lifetime the hosts
 * the reader trusts: put one around each conversation.
 */
export function GloveboxProvider({ policy, labels, origin, children }: GloveboxProviderProps) {
  const outer = useContext(SettingsContext)
  const [rememberedHosts] = useState(() => new Set<string>())
  const settings = useMemo(
    () => ({
      policy: policy ?? outer.policy,
      labels: { ...outer.labels, ...labels },
      // A sandboxed frame calls its origin `null`, which is to have none of its own.
      withOrigin:
        origin === undefined || origin === 'null'
          ? outer.withOrigin
          : (itsPolicy: Policy) => withOrigin(itsPolicy, origin),
      rememberedHosts,
    }),
    [outer, policy, labels, origin, rememberedHosts],
  )
  return <SettingsContext.Provider value={settings}>{children}</SettingsContext.Provider>
}
