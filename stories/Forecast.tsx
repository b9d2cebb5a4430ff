import { useOutput } from '@glovebox/react'
import { useTypedText } from './useTypedText.js'
import { showWeather } from '../examples/chat/src/tools.js'
import { WeatherCard } from './WeatherCard.js'

/** Streams JSON into `useOutput` and shows what is known of it: parts first, a card once it is valid. */
export function Forecast({
  unsafeJson,
  speed,
  stopReason,
}: {
  readonly unsafeJson: string
  /** Characters a second. */
  readonly speed: number
  readonly stopReason?: string | undefined
}) {
  const { text, isComplete } = useTypedText(unsafeJson, speed)
  const output = useOutput(showWeather.input, text, { streaming: !isComplete, stopReason })
  return (
    <>
      <output className="story-note">Status: {output.status}</output>
      {output.status === 'valid' && <WeatherCard value={output.value} />}
      {output.status === 'open' && (
        <p>
          So far: {output.partial?.place ?? '…'}, {output.partial?.days?.length ?? 0} days
        </p>
      )}
      {output.status === 'invalid' && <pre className="story-text">{output.retryPrompt}</pre>}
      {'reason' in output && <p>Not shown: {output.reason}</p>}
    </>
  )
}
