import type * as z from 'zod'
import type { showWeather } from '../examples/chat/src/tools.js'

/** A forecast. It is only ever given what the tool's schema has accepted. */
export function WeatherCard({ value }: { readonly value: z.infer<typeof showWeather.input> }) {
  return (
    <section aria-label={`Weather in ${value.place}`}>
      <strong>{value.place}</strong>
      <p>{value.summary}</p>
      <ol>
        {value.days.map(({ day, high, low, condition }) => (
          <li key={day}>
            {day}: {condition}, {high}° to {low}°
          </li>
        ))}
      </ol>
    </section>
  )
}
