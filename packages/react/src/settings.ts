'use client'

import { defaultPolicy, type Policy } from '@glovebox/markdown'
import { createContext, useContext, useMemo } from 'react'
import type { FindingLabels } from './findingLabels.js'
import type { MessageLabels } from './messageLabels.js'
import type { OutputLabels } from './output/outputLabels.js'
import { textLabels, type TextLabels } from './textLabels.js'

/** What every component below a provider starts from. */
export interface Settings {
  readonly policy: Policy
  /** Those of messages, findings and outputs are only what an app gives: a text alone needs none of them. */
  readonly labels: TextLabels & Partial<MessageLabels & FindingLabels & OutputLabels>
  /** Gives a policy the app's origin, where a provider knows it and the policy has none. */
  readonly withOrigin: (policy: Policy) => Policy
  /** Hosts the reader asked not to be asked about again; without it each guard keeps its own. */
  readonly rememberedHosts: Set<string> | undefined
}

/** Carries the settings of the nearest `GloveboxProvider`. */
export const SettingsContext = createContext<Settings>({
  policy: defaultPolicy,
  labels: textLabels,
  withOrigin: (policy) => policy,
  rememberedHosts: undefined,
})

/** Gives the settings in force here; a component's own policy goes before the provider's. */
export function useSettings(ownPolicy?: Policy): Settings {
  const settings = useContext(SettingsContext)
  return useMemo(() => {
    const policy = settings.withOrigin(ownPolicy ?? settings.policy)
    return { ...settings, policy }
  }, [settings, ownPolicy])
}

/** Gives the strings in force here. */
export function useLabels(): TextLabels {
  return useContext(SettingsContext).labels
}
