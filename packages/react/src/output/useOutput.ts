'use client'

import type { OutputSchema } from '@glovebox/schema'
import { useEffect, useRef, useState } from 'react'
import { createOutputReader, type OutputText, type UsedOutput } from './createOutputReader.js'

/** What `useOutput` needs to know of the text, and what it does about it. */
export interface UseOutputOptions extends OutputText {
  /** Called when no continuation can become valid any more: stop the request, as `chat.stop` does, and stop paying for it. */
  readonly onDoomed?: (() => void) | undefined
}

/**
 * Reads structured output as it grows. While the text grows at its end only the new part is read; any other change
 * reads it anew. Gives the same object for the same text.
 */
export function useOutput<Value>(
  schema: OutputSchema<Value>,
  unsafeText: string,
  { onDoomed, ...text }: UseOutputOptions = {},
): UsedOutput<Value> {
  const [read] = useState(() => createOutputReader<Value>())
  const { output } = read(schema, unsafeText, text)
  useDoomed(output, onDoomed)
  return output
}

/** Tells once that an open output can no longer become valid. */
export function useDoomed(output: UsedOutput<unknown>, onDoomed: (() => void) | undefined): void {
  const isDoomed = output.status === 'open' && output.doomed
  /** Strict mode runs an effect twice, and another function for the same news is not called again. */
  const isTold = useRef(false)
  useEffect(() => {
    if (isDoomed && !isTold.current) onDoomed?.()
    isTold.current = isDoomed
  }, [isDoomed, onDoomed])
}
