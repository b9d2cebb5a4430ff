'use client'

import type { OutputIssue } from '@glovebox/schema'
import { memo, type ReactNode } from 'react'
import type { ZodType } from 'zod'
import { BlockBoundary } from '../BlockBoundary.js'
import { useDrawing } from './drawing.js'
import { Fields, Items, Leaf } from './FieldList.js'
import { FieldText } from './FieldText.js'
import type { OutputEntry } from './valueView.js'
import { inOrder, layersOf, partOf, partSchema, variantOf } from './partSchema.js'

type Path = OutputIssue['path']

/** What is known of the parts of an output that is not whole. */
export interface PartState {
  /** More may come; else what is open was cut off. */
  readonly isGrowing: boolean
  readonly issues: readonly OutputIssue[]
  readonly isValid: (path: Path) => boolean
  readonly isInvalid: (path: Path) => boolean
}

/** A part of an output that is not whole, and is itself not closed and valid. */
interface PartPlace {
  readonly path: Path
  readonly state: PartState
}

interface OutputPartProps {
  readonly schema: ZodType | undefined
  /** What zod made of what the schema accepted; of an open part its closed parts, and open texts. */
  readonly value: unknown
  readonly place?: PartPlace | undefined
}

/**
 * Draws a part by what it is, and each part in it. A part that closes stays mounted. One that is closed is passed over while
 * others grow, since its value stays the same object.
 */
export const OutputPart = memo(DrawnPart)

function DrawnPart({ schema, value, place }: OutputPartProps): ReactNode {
  const { labels, views } = useDrawing()
  if (place !== undefined && isInvalid(place)) {
    return (
      <p className="glovebox-note" data-part="invalid">
        {labels.outputInvalid}
      </p>
    )
  }
  const isGrowing = place?.state.isGrowing === true
  if (place !== undefined && value === undefined) {
    return isGrowing && <Unready place={place} />
  }
  const { layers, inner } = readSchema(schema, value)
  const view = value === null || value === undefined ? undefined : viewFor(views, layers, value)
  if (view !== undefined) return <Card view={view} value={value} place={place} />
  const mark = markOf(place)
  if (typeof value === 'string') {
    return <FieldText layers={layers} value={value} isOpen={isGrowing} mark={mark} />
  }
  const draw = (key: string | number): ReactNode => (
    <OutputPart
      schema={partSchema(inner, key)}
      value={partOf(value, key)}
      place={place && placeOf(place, key)}
    />
  )
  if (Array.isArray(value)) {
    const keys = withIssues([...value.keys()], place).filter(isIndex)
    return (
      <div {...mark}>
        {place !== undefined && keys.length === 0 ? (
          <Unready place={place} />
        ) : (
          <Items keys={keys} draw={draw} />
        )}
      </div>
    )
  }
  if (isRecord(value)) {
    const keys = inOrder(inner, withIssues(Object.keys(value), place).map(String))
    return (
      <div {...mark}>
        {place !== undefined && keys.length === 0 ? (
          <Unready place={place} />
        ) : (
          <Fields schema={inner} keys={keys} draw={draw} />
        )}
      </div>
    )
  }
  return <Leaf value={value} />
}

interface CardProps {
  readonly view: OutputEntry
  readonly value: unknown
  readonly place: PartPlace | undefined
}

/** Draws a part by the app's own component: its value once it is valid, before that what is known of it. */
function Card({ view, value, place }: CardProps): ReactNode {
  const { labels } = useDrawing()
  const note = place ? <Unready place={place} /> : <Note>{labels.outputFailed}</Note>
  return (
    <BlockBoundary resetKey={value} fallback={note}>
      <div
        className="glovebox-card"
        {...markOf(place)}
        aria-busy={place?.state.isGrowing === true || undefined}
      >
        {place === undefined ? view.draw(value) : (view.drawOpen?.(value) ?? note)}
      </div>
    </BlockBoundary>
  )
}

/** Stands for a part of which nothing can be drawn yet, or no more. */
function Unready({ place }: { readonly place: PartPlace }): ReactNode {
  const { labels } = useDrawing()
  return <Note>{place.state.isGrowing ? labels.outputPreparing : labels.outputIncomplete}</Note>
}

function Note({ children }: { readonly children: string }): ReactNode {
  return <p className="glovebox-note">{children}</p>
}

/** Says in the markup of a part that it is not closed and valid. */
function markOf(place: PartPlace | undefined): { readonly 'data-part': string } | undefined {
  return place && { 'data-part': place.state.isGrowing ? 'open' : 'cut' }
}

/** The place of a part within another; none for one that is closed and valid. */
function placeOf({ path, state }: PartPlace, key: string | number): PartPlace | undefined {
  const inner = [...path, key]
  return state.isValid(inner) ? undefined : { path: inner, state }
}

function isInvalid({ path, state }: PartPlace): boolean {
  return state.isInvalid(path) || state.issues.some((issue) => isSame(issue.path, path))
}

/** The keys of what is shown, and of what is not because it is wrong. */
function withIssues(
  shown: readonly (string | number)[],
  place: PartPlace | undefined,
): readonly (string | number)[] {
  if (place === undefined) return shown
  const { path, state } = place
  const below = state.issues.flatMap((issue) =>
    issue.path.length > path.length && isSame(issue.path.slice(0, path.length), path)
      ? issue.path.slice(path.length, path.length + 1)
      : [],
  )
  return [...new Set([...shown, ...below])]
}

/** A schema by its layers, with the form that the value has where it has several. */
function readSchema(
  schema: ZodType | undefined,
  value: unknown,
): { readonly layers: readonly ZodType[]; readonly inner: ZodType | undefined } {
  const layers = layersOf(schema)
  const last = layers.at(-1)
  const variant = variantOf(last, value)
  if (variant === last) return { layers, inner: last }
  const more = readSchema(variant, value)
  return { layers: [...layers, ...more.layers], inner: more.inner }
}

function viewFor(
  views: readonly OutputEntry[],
  layers: readonly ZodType[],
  value: unknown,
): OutputEntry | undefined {
  for (const layer of layers) {
    const view = views.find((one) => one.schema === layer && one.accepts?.(value) !== false)
    if (view !== undefined) return view
  }
  return undefined
}

function isIndex(key: string | number): key is number {
  return typeof key === 'number'
}

function isSame(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index])
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
