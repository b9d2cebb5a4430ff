import { findingLabels, type FindingLabels } from './findingLabels.js'
import { messageLabels, type MessageLabels } from './messageLabels.js'
import { outputLabels, type OutputLabels } from './output/outputLabels.js'
import { textLabels, type TextLabels } from './textLabels.js'

/** Every string that Glovebox itself shows. Functions are given hosts and numbers, never raw text. */
export interface Labels extends TextLabels, MessageLabels, FindingLabels, OutputLabels {}

/** The English strings; `GloveboxProvider` takes any of them in another language. */
export const defaultLabels: Labels = Object.freeze<Labels>({
  ...textLabels,
  ...messageLabels,
  ...findingLabels,
  ...outputLabels,
})
