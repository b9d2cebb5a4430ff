'use client'

import type { ReactNode } from 'react'
import type { ZodType } from 'zod'
import { RevealedText } from '../RevealedText.js'
import { useDrawing } from './drawing.js'
import { layersOf, partSchema } from './partSchema.js'

/** Draws a part by its key or index. */
type DrawPart<Key> = (key: Key) => ReactNode

/** Draws an array. */
export function Items({
  keys,
  draw,
}: {
  readonly keys: readonly number[]
  readonly draw: DrawPart<number>
}): ReactNode {
  const { labels } = useDrawing()
  if (keys.length === 0) return <span className="glovebox-muted">{labels.emptyList}</span>
  return (
    <ul className="glovebox-items">
      {keys.map((key) => (
        <li key={key}>{draw(key)}</li>
      ))}
    </ul>
  )
}

/** Draws an object field by field: by the field's `title` in the schema, else by its key, which may be the model's. */
export function Fields({
  schema,
  keys,
  draw,
}: {
  readonly schema: ZodType | undefined
  readonly keys: readonly string[]
  readonly draw: DrawPart<string>
}): ReactNode {
  if (keys.length === 0) return <Leaf value={undefined} />
  return (
    <dl className="glovebox-fields">
      {keys.map((key) => (
        <div key={key}>
          <dt dir="auto">
            <RevealedText>{titleOf(partSchema(schema, key)) ?? key.slice(0, 200)}</RevealedText>
          </dt>
          <dd>{draw(key)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The title of a field, which may stand on any layer of its schema. */
function titleOf(schema: ZodType | undefined): string | undefined {
  return layersOf(schema).flatMap((layer) => layer.meta()?.title ?? [])[0]
}

/** Draws a value that is neither text nor container. What a schema made of it and has no plain form needs a view. */
export function Leaf({ value }: { readonly value: unknown }): ReactNode {
  const { labels } = useDrawing()
  if (value === undefined || value === null) {
    return <span className="glovebox-muted">{labels.noValue}</span>
  }
  if (typeof value === 'boolean') return value ? labels.yes : labels.no
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return <time dateTime={isoOf(value)}>{isoOf(value)}</time>
  return <span className="glovebox-muted">{labels.noValue}</span>
}

function isoOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
