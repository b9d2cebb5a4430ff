import type { Element, ElementContent } from 'hast'
import type { FindingKind } from './finding.js'
import type { Policy } from './policy.js'

/** What drawing one element needs to know. */
export interface Drawing {
  readonly policy: Policy
  readonly idPrefix: string
  readonly report: (kind: FindingKind, reason: string, unsafe: string) => void
  readonly drawChildren: (element: Element, inLink: boolean) => ElementContent[]
  readonly inLink?: boolean
}
