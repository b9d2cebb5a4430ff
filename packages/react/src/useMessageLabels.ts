'use client'

import { useContext } from 'react'
import { messageLabels, type MessageLabels } from './messageLabels.js'
import { SettingsContext } from './settings.js'
import type { TextLabels } from './textLabels.js'

/** Gives the strings in force here, those of messages too. */
export function useMessageLabels(): TextLabels & MessageLabels {
  return { ...messageLabels, ...useContext(SettingsContext).labels }
}
