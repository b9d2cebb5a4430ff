'use client'

import type { Policy } from '@glovebox/markdown'
import type { OutputIssue } from '@glovebox/schema'
import { useContext, useMemo, useState, type ReactNode } from 'react'
import type { Components } from 'react-markdown'
import type { ZodType } from 'zod'
import { BlockBoundary } from '../BlockBoundary.js'
import { LinkGuard } from '../LinkGuard.js'
import { RevealedText } from '../RevealedText.js'
import { SettingsContext, useSettings } from '../settings.js'
import type { OnBlocked } from '../useFindings.js'
import { createOutputReader, type OutputText, type UsedOutput } from './createOutputReader.js'
import { outputLabels, type OutputLabels } from './outputLabels.js'
import { OutputPart, type PartState } from './OutputPart.js'
import { OutputDrawing, type Drawing } from './drawing.js'
import type { OutputEntry } from './valueView.js'
import { useDoomed } from './useOutput.js'

/** The props of `OutputView`. */
export interface OutputViewProps extends OutputText {
  /** What the output has to be. Defined outside the component: another object is another schema. */
  readonly schema: ZodType
  /** The JSON that Claude wrote, as far as it has come. */
  readonly children: string
  /** Components for the values of schemas, made by `valueView` and `variantViews`. All else is drawn field by field. */
  readonly views?: readonly OutputEntry[] | undefined
  /** As `useOutput` has it. */
  readonly onDoomed?: (() => void) | undefined
  readonly policy?: Policy | undefined
  /** For the markdown of `untrustedMarkdown` fields, as are `onBlocked`’s findings. */
  readonly components?: Components | undefined
  readonly onBlocked?: OnBlocked | undefined
  readonly className?: string | undefined
}

const noViews: readonly OutputEntry[] = []

/**
 * Draws a structured output while it arrives and after. What is drawn has been validated, part by part; open, invalid and cut
 * parts are shown as such. Texts in it are shown as text, as markdown only where the schema says so.
 */
export function OutputView(props: OutputViewProps) {
  const { schema, children, views = noViews, policy, components, onBlocked, ...others } = props
  const { onDoomed, className, ...text } = others
  const outer = useSettings(policy)
  const [ownHosts] = useState(() => new Set<string>())
  const settings = useMemo(
    () => ({ ...outer, rememberedHosts: outer.rememberedHosts ?? ownHosts }),
    [outer, ownHosts],
  )
  const labels = useOutputLabels()
  const drawing = useMemo<Drawing>(
    () => ({ views, labels, components, onBlocked }),
    [views, labels, components, onBlocked],
  )
  const [read] = useState(() => createOutputReader<unknown>())
  const { output, parts } = read(schema, children, text)
  useDoomed(output, onDoomed)
  const ended = endLabel(output, labels)
  return (
    <SettingsContext.Provider value={settings}>
      <OutputDrawing.Provider value={drawing}>
        <LinkGuard name="glovebox-output" className={className} policy={settings.policy}>
          <div data-output={output.status} aria-busy={output.status === 'open'}>
            {(output.status === 'valid' ||
              (parts !== undefined && output.status !== 'invalid')) && (
              // What a transform of the app made may throw when it is looked at.
              <BlockBoundary
                resetKey={output}
                fallback={<p className="glovebox-note">{labels.outputFailed}</p>}
              >
                <OutputPart
                  schema={schema}
                  value={output.status === 'valid' ? output.value : parts?.partial}
                  place={parts && { path: [], state: stateIn(output, parts) }}
                />
              </BlockBoundary>
            )}
            {output.status === 'invalid' && <Issues issues={output.issues} labels={labels} />}
          </div>
          <p role="status" className={ended === '' ? 'glovebox-unseen' : 'glovebox-note'}>
            {ended}
          </p>
        </LinkGuard>
      </OutputDrawing.Provider>
    </SettingsContext.Provider>
  )
}

function useOutputLabels(): OutputLabels {
  const { labels } = useContext(SettingsContext)
  return useMemo(() => ({ ...outputLabels, ...labels }), [labels])
}

/** The states of parts; what was open when the output ended will not be closed. */
function stateIn(
  { status }: UsedOutput<unknown>,
  {
    at,
    issues,
  }: {
    readonly at: (path: OutputIssue['path']) => string
    readonly issues: readonly OutputIssue[]
  },
): PartState {
  return {
    isGrowing: status === 'open',
    issues,
    isValid: (path) => at(path) === 'valid',
    isInvalid: (path) => at(path) === 'invalid',
  }
}

function endLabel({ status }: UsedOutput<unknown>, labels: OutputLabels): string {
  switch (status) {
    case 'invalid':
      return labels.outputInvalid
    case 'truncated':
      return labels.outputTruncated
    case 'cut':
      return labels.outputCut
    case 'aborted':
      return labels.outputAborted
    case 'refused':
      return labels.outputRefused
    case 'too-big':
      return labels.outputTooBig
    default:
      return ''
  }
}

const shownIssues = 5

/** What is wrong, by place. A key in a path may be the model's. */
function Issues({
  issues,
  labels,
}: {
  readonly issues: readonly OutputIssue[]
  readonly labels: OutputLabels
}): ReactNode {
  const rest = issues.length - shownIssues
  return (
    <ul className="glovebox-issues">
      {issues.slice(0, shownIssues).map((issue, index) => (
        <li key={index}>
          {issue.path.length > 0 && (
            <code dir="auto">
              <RevealedText>{issue.path.join('.').slice(0, 200)}</RevealedText>
            </code>
          )}{' '}
          {labels.outputIssue(issue)}
        </li>
      ))}
      {rest > 0 && <li>{labels.moreIssues(rest)}</li>}
    </ul>
  )
}
