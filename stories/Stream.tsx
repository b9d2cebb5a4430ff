import { SafeMarkdown } from '@glovebox/react'
import { useState } from 'react'
import { useTypedText } from './useTypedText.js'

/** Streams a text into `SafeMarkdown` at a speed that the reader sets, in characters a second. */
export function Stream({ unsafe, speed }: { readonly unsafe: string; readonly speed: number }) {
  const [chosen, setChosen] = useState(speed)
  const { text, isComplete, restart } = useTypedText(unsafe, chosen)
  return (
    <>
      <div className="story-note story-controls">
        <label>
          Speed{' '}
          <input
            type="range"
            min={10}
            max={4000}
            step={10}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.valueAsNumber)}
          />
        </label>
        <span>{chosen} characters a second</span>
        <button type="button" onClick={restart}>
          Restart
        </button>
        <output>{isComplete ? 'Complete' : 'Streaming'}</output>
      </div>
      <SafeMarkdown streaming={!isComplete}>{text}</SafeMarkdown>
    </>
  )
}
