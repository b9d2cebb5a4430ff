'use client'

import { createOutputStream, parseOutput, type Output, type OutputStream } from '@glovebox/schema'
import { useState } from 'react'
import { continues } from './continues.js'
import type { ZodType } from 'zod'

/** What `useOutput` needs to know of the text. */
export interface UseOutputOptions {
  /** The text still grows. */
  readonly streaming?: boolean | undefined
  /** Why Claude stopped, once it has: a text that was cut at a limit is never valid. */
  readonly stopReason?: string | undefined
}

/** What is known of an output: a partial value while it streams, one of the final results after. */
export type UsedOutput<Value> = OutputStream<Value>['snapshot'] | Output<Value>

/**
 * Reads structured output as it grows. While the text grows at its end only the new part is read; any other change
 * reads it anew. Gives the same object for the same text.
 */
export function useOutput<Value>(
  schema: ZodType<Value>,
  unsafeText: string,
  options: UseOutputOptions = {},
): UsedOutput<Value> {
  const [read] = useState(() => createReader<Value>())
  return read(schema, unsafeText, options)
}

type Reader<Value> = (
  schema: ZodType<Value>,
  unsafeText: string,
  options: UseOutputOptions,
) => UsedOutput<Value>

/**
 * A memory of what was read last. Rendering twice, or throwing a render away, does no harm: what is given depends only on
 * the arguments, the memory only saves work.
 */
function createReader<Value>(): Reader<Value> {
  let open:
    | { readonly schema: ZodType<Value>; text: string; readonly stream: OutputStream<Value> }
    | undefined
  let closed:
    | {
        readonly schema: ZodType<Value>
        readonly text: string
        readonly stopReason: string | undefined
        readonly output: Output<Value>
      }
    | undefined

  function readOpen(schema: ZodType<Value>, unsafeText: string): OutputStream<Value>['snapshot'] {
    if (open?.schema !== schema || !continues(unsafeText, open.text)) {
      open = { schema, text: '', stream: createOutputStream(schema) }
    }
    if (unsafeText.length > open.text.length) open.stream.write(unsafeText.slice(open.text.length))
    open.text = unsafeText
    return open.stream.snapshot
  }

  function readClosed(
    schema: ZodType<Value>,
    text: string,
    stopReason: string | undefined,
  ): Output<Value> {
    const isSame =
      closed?.schema === schema && closed.text === text && closed.stopReason === stopReason
    if (closed === undefined || !isSame) {
      const output = parseOutput(schema, text, stopReason === undefined ? {} : { stopReason })
      closed = { schema, text, stopReason, output }
    }
    return closed.output
  }

  return (schema, unsafeText, { streaming = false, stopReason }) =>
    streaming ? readOpen(schema, unsafeText) : readClosed(schema, unsafeText, stopReason)
}
