import {
  OutputView,
  untrustedMarkdown,
  untrustedUrl,
  variantViews,
  type OutputViewProps,
} from '@glovebox/react'
import * as z from 'zod'
import { useTypedText } from './useTypedText.js'

const stay = z.object({
  type: z.literal('stay'),
  nights: z.number(),
  hotel: z.string(),
})
const step = z.discriminatedUnion('type', [
  stay,
  z.object({ type: z.literal('train'), from: z.string(), to: z.string() }),
])

/** A report with texts of all kinds: plain, markdown, an address. */
const report = z.object({
  title: z.string().meta({ title: 'Trip' }),
  summary: untrustedMarkdown().meta({ title: 'In short' }),
  steps: z.array(step).meta({ title: 'Steps' }),
  budget: z.enum(['low', 'high']).meta({ title: 'Budget' }),
  source: untrustedUrl().meta({ title: 'Source' }),
})

const views = variantViews(step, {
  stay: ({ value }) => (
    <p>
      <strong>{value.hotel}</strong>, {value.nights} nights
    </p>
  ),
})

/** Streams JSON into an `OutputView`. */
export function Report({
  unsafeJson,
  speed,
  ...props
}: Pick<OutputViewProps, 'stopReason' | 'outcome'> & {
  readonly unsafeJson: string
  /** Characters a second. */
  readonly speed: number
}) {
  const { text, isComplete } = useTypedText(unsafeJson, speed)
  return (
    <OutputView
      schema={report}
      views={views}
      streaming={!isComplete}
      {...(isComplete ? props : {})}
    >
      {text}
    </OutputView>
  )
}
