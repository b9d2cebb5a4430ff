'use client'

import { createContext, useContext } from 'react'
import type { Components } from 'react-markdown'
import type { OnBlocked } from '../useFindings.js'
import { outputLabels, type OutputLabels } from './outputLabels.js'
import type { OutputEntry } from './valueView.js'

/** What every part of an output is drawn by. */
export interface Drawing {
  readonly views: readonly OutputEntry[]
  readonly labels: OutputLabels
  readonly components: Components | undefined
  readonly onBlocked: OnBlocked | undefined
}

/** Carries it from an `OutputView` to its parts. */
export const OutputDrawing = createContext<Drawing>({
  views: [],
  labels: outputLabels,
  components: undefined,
  onBlocked: undefined,
})

/** Gives what the parts of this output are drawn by. */
export function useDrawing(): Drawing {
  return useContext(OutputDrawing)
}
