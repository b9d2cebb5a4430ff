import {
  OutputView,
  untrustedMarkdown,
  untrustedUrl,
  useOutput,
  valueView,
  variantViews,
  type ValueComponent,
} from '@glovebox/react'
import type { DeepPartial, OpenOutput, Output } from '@glovebox/schema'
import { expectTypeOf } from 'vitest'
import * as z from 'zod'

const stay = z.object({ type: z.literal('stay'), nights: z.number() })
const step = z.discriminatedUnion('type', [
  stay,
  z.object({ type: z.literal('train'), to: z.string().transform((text) => text.length) }),
])

expectTypeOf(useOutput<z.infer<typeof stay>>).returns.toEqualTypeOf<
  OpenOutput<z.infer<typeof stay>> | Output<z.infer<typeof stay>>
>()

variantViews(step, {
  stay: ({ value }) => {
    expectTypeOf(value).toEqualTypeOf<{ type: 'stay'; nights: number }>()
    return null
  },
  // What a component is given is what came out of the transform.
  train: ({ value }) => {
    expectTypeOf(value.to).toEqualTypeOf<number>()
    return null
  },
})

const walk = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['hike', 'stroll']), hours: z.number().optional() }),
  stay,
])
variantViews(walk, {
  // A variant of several names is given to each of their components under its one name.
  hike: ({ value }) => {
    expectTypeOf(value).toEqualTypeOf<{ type: 'hike'; hours?: number | undefined }>()
    return null
  },
})

// @ts-expect-error: there is no variant of this name.
variantViews(step, { plane: () => null })

valueView(
  stay,
  ({ value }) => {
    expectTypeOf(value.nights).toEqualTypeOf<number>()
    return null
  },
  ({ partial }) => {
    expectTypeOf(partial).toEqualTypeOf<DeepPartial<z.infer<typeof stay>> | undefined>()
    return null
  },
)

declare const Other: ValueComponent<{ other: string }>
// @ts-expect-error: the component is for other values.
valueView(stay, Other)

expectTypeOf(untrustedMarkdown().parse('')).toEqualTypeOf<string>()
expectTypeOf(untrustedUrl().parse('')).toEqualTypeOf<string>()

void (<OutputView schema={step}>{'{}'}</OutputView>)
// @ts-expect-error: what is shown is text that Claude wrote; a value from elsewhere has not been validated here.
void (<OutputView schema={step}>{{ type: 'stay', nights: 1 }}</OutputView>)
