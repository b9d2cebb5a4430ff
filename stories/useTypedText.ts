import { useEffect, useState } from 'react'

/** A text that arrives bit by bit, as a stream would bring it. */
export interface TypedText {
  readonly text: string
  readonly isComplete: boolean
  readonly restart: () => void
}

const tickMs = 50

/** Gives more of a text over time; `speed` is in characters a second and may change on the way. */
export function useTypedText(whole: string, speed: number): TypedText {
  /** How many characters have arrived; with a fraction, so that a slow stream moves too. */
  const [arrived, setArrived] = useState(0)
  const isComplete = arrived >= whole.length
  useEffect(() => {
    if (isComplete) return
    const timer = setInterval(() => setArrived((count) => count + (speed * tickMs) / 1000), tickMs)
    return () => clearInterval(timer)
  }, [isComplete, speed])
  return { text: whole.slice(0, Math.floor(arrived)), isComplete, restart: () => setArrived(0) }
}
