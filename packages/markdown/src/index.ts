export {
  createMarkdownStream,
  type MarkdownStream,
  type MarkdownStreamOptions,
  type StreamEnd,
} from './createMarkdownStream.js'
export { cutAtLength, type CutText } from './cutAtLength.js'
export { cutAtLimits } from './cutAtLimits.js'
export { defaultPolicy } from './defaultPolicy.js'
export { definePolicy } from './definePolicy.js'
export { GloveboxMarkdownError, type GloveboxMarkdownErrorCode } from './error.js'
export { isDeceptive } from './deceptive.js'
export { excerptOf, type Finding, type FindingKind } from './finding.js'
export { judgeUrl, type UrlFlag, type UrlReason, type UrlVerdict } from './judgeUrl.js'
export { markHidden, markHiddenText, type Marking, type OnHidden } from './markHidden.js'
export { parseMarkdown, type ParseOptions } from './parse.js'
export type {
  ImagePolicy,
  Limits,
  LinkPolicy,
  LinkScheme,
  Policy,
  PolicyChanges,
  UrlRule,
} from './policy.js'
export { remarkUnfinished, type UnfinishedOptions } from './remarkUnfinished.js'
export { revealHidden, type HiddenKind, type TextPlace, type TextSegment } from './revealHidden.js'
export type { SafeTree, SafeUrl } from './safeTree.js'
export { sanitizeTree, type SanitizeOptions } from './sanitize.js'
export { toSafeTree, type SafeTreeOptions } from './toSafeTree.js'
export { undecidedLength } from './undecidedLength.js'
export type { SafeBlock } from './tree/createTreeMaker.js'
