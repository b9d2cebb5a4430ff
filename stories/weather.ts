import { defineTool } from '@glovebox/schema'
import * as z from 'zod'

/** A forecast, as the double's script `tool-card` gives it. */
export const weather = defineTool({
  name: 'show_weather',
  description: 'Shows the reader a weather forecast of up to seven days as a card.',
  input: z.object({
    place: z.string(),
    summary: z.string(),
    days: z.array(
      z.object({
        day: z.string(),
        high: z.number(),
        low: z.number(),
        condition: z.enum(['sunny', 'cloudy', 'rainy', 'snowy']),
      }),
    ),
  }),
})
