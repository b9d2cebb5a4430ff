import * as z from 'zod'
import * as mini from 'zod/mini'
import { expectTypeOf } from 'vitest'
import {
  createOutputStream,
  createToolset,
  defineTool,
  parseOutput,
  requestOutput,
  type DeepPartial,
  type Output,
} from '@glovebox/schema'

const weather = z.object({ place: z.string(), days: z.array(z.object({ celsius: z.number() })) })
type Weather = z.infer<typeof weather>

expectTypeOf(parseOutput(weather, '')).toEqualTypeOf<Output<Weather>>()

const output = parseOutput(weather, '')
// @ts-expect-error: before its status is asked, an output has no value.
void output.value
if (output.status === 'valid') expectTypeOf(output.value).toEqualTypeOf<Weather>()
if (output.status === 'refused') {
  expectTypeOf(output.category).toEqualTypeOf<string | undefined>()
  expectTypeOf(output.partial).toEqualTypeOf<undefined>()
}
if (output.status === 'truncated') {
  expectTypeOf(output.partial).toEqualTypeOf<DeepPartial<Weather> | undefined>()
}

// The value is what comes out of a transform, not what goes in.
const length = z.string().transform((text) => text.length)
expectTypeOf(parseOutput(length, '')).toEqualTypeOf<Output<number>>()

const { snapshot } = createOutputStream(weather)
if (snapshot.status === 'open') {
  expectTypeOf(snapshot.partial?.days?.[0]?.celsius).toEqualTypeOf<number | undefined>()
  // @ts-expect-error: what is shown while it grows is not to be changed.
  if (snapshot.partial) snapshot.partial.place = 'x'
}

// A schema of another library gives its type, too.
const place = mini.object({ place: mini.string() })
expectTypeOf(parseOutput(place, '')).toEqualTypeOf<Output<{ place: string }>>()

const show = defineTool({ name: 'show', description: 'A', input: weather, output: place })
const hide = defineTool({ name: 'hide', description: 'A', input: z.object({}) })
const use = createToolset([show, hide]).parseUse({})
expectTypeOf(use.name).toEqualTypeOf<'show' | 'hide' | null>()
if (use.name === 'show') expectTypeOf(use.output).toEqualTypeOf<Output<Weather>>()
if (use.name === null) expectTypeOf(use.output).toEqualTypeOf<Output<never>>()

expectTypeOf(requestOutput(weather, async () => ({ unsafe: '' }))).resolves.toEqualTypeOf<{
  readonly output: Output<Weather>
  readonly tries: number
}>()

// @ts-expect-error: a status that there is not.
void (output.status === 'paused')
