import type * as z from 'zod'
import type { showWeather } from './tools.js'

const symbols = { sunny: '☀️', cloudy: '☁️', rainy: '🌧️', snowy: '❄️' } as const

/** A forecast. It is only ever given what the tool's schema has accepted; its texts are Claude's and are drawn as text. */
export function WeatherCard({ value }: { readonly value: z.infer<typeof showWeather.input> }) {
  return (
    <section className="weather" aria-label={`Weather in ${value.place}`}>
      <h3>{value.place}</h3>
      <p>{value.summary}</p>
      <ol>
        {value.days.map(({ day, high, low, condition }) => (
          <li key={day}>
            <span>{day}</span>
            <span role="img" aria-label={condition}>
              {symbols[condition]}
            </span>
            <span>
              {high}° / {low}°
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
