'use client'

import { defaultPolicy, definePolicy, type Policy } from '@glovebox/markdown'
import { createContext, useContext, useMemo } from 'react'
import { defaultLabels, type Labels } from './labels.js'

/** What every component below a provider starts from. */
export interface Settings {
  readonly policy: Policy
  readonly labels: Labels
  readonly origin: string | undefined
  /** Hosts the reader asked not to be asked about again; without it each guard keeps its own. */
  readonly rememberedHosts: Set<string> | undefined
}

/** Carries the settings of the nearest `GloveboxProvider`. */
export const SettingsContext = createContext<Settings>({
  policy: defaultPolicy,
  labels: defaultLabels,
  origin: undefined,
  rememberedHosts: undefined,
})

/** Gives the settings in force here; a component's own policy goes before the provider's. */
export function useSettings(ownPolicy?: Policy): Settings {
  const settings = useContext(SettingsContext)
  return useMemo(() => {
    const policy = withOrigin(ownPolicy ?? settings.policy, settings.origin)
    return { ...settings, policy }
  }, [settings, ownPolicy])
}

/** Gives the strings in force here. */
export function useLabels(): Labels {
  return useContext(SettingsContext).labels
}

/** The last policy made of another, however many components ask; a policy is never changed. */
const madePolicies = new WeakMap<Policy, { readonly origin: string; readonly policy: Policy }>()

function withOrigin(policy: Policy, origin: string | undefined): Policy {
  if (origin === undefined || policy.origin !== undefined) return policy
  const known = madePolicies.get(policy)
  if (known?.origin === origin) return known.policy
  const made = definePolicy({ ...policy, origin })
  madePolicies.set(policy, { origin, policy: made })
  return made
}
