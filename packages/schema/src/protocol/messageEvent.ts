import * as z from 'zod'

const index = z.int().nonnegative().max(10_000)

/** A block or delta of any kind: known kinds are read by whoever uses them, unknown ones pass. */
const typed = z.looseObject({ type: z.string() })

const usage = z.looseObject({
  input_tokens: z.number().nullish(),
  output_tokens: z.number().nullish(),
  cache_creation_input_tokens: z.number().nullish(),
  cache_read_input_tokens: z.number().nullish(),
})

const stopDetails = z.looseObject({
  type: z.string().nullish(),
  category: z.string().nullish(),
})

/**
 * An event of a Messages API stream. Keys that are not named here are kept, since the API adds fields without a new
 * version; kinds of events that are not named here are not events to us.
 */
export const messageEventSchema = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('message_start'),
    message: z.looseObject({
      id: z.string(),
      model: z.string(),
      usage: usage.optional(),
    }),
  }),
  z.looseObject({ type: z.literal('content_block_start'), index, content_block: typed }),
  z.looseObject({ type: z.literal('content_block_delta'), index, delta: typed }),
  z.looseObject({ type: z.literal('content_block_stop'), index }),
  z.looseObject({
    type: z.literal('message_delta'),
    delta: z.looseObject({
      stop_reason: z.string().nullish(),
      stop_sequence: z.string().nullish(),
      stop_details: stopDetails.nullish(),
    }),
    usage: usage.optional(),
  }),
  z.looseObject({ type: z.literal('message_stop') }),
  z.looseObject({ type: z.literal('ping') }),
  z.looseObject({
    type: z.literal('error'),
    error: z.looseObject({ type: z.string(), message: z.string().optional() }),
  }),
])

/** An event of a Messages API stream that has the shape the API promises. */
export type MessageEvent = z.infer<typeof messageEventSchema>

/**
 * Reads the `data` of one server-sent event. Gives undefined for what is no JSON, no event, or an event of a kind this
 * version has no name for; the API's versioning policy asks clients to pass over those. Never throws.
 */
export function parseMessageEvent(unsafeJson: string): MessageEvent | undefined {
  try {
    const result = messageEventSchema.safeParse(JSON.parse(unsafeJson))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}
