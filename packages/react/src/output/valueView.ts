import type { DeepPartial } from '@glovebox/schema'
import type { ComponentType, ReactNode } from 'react'
import { createElement } from 'react'
import * as z from 'zod'
import type { ZodType } from 'zod'
import { partOf } from './partSchema.js'

/** Shows the values of one schema by a component. Made by `valueView` and `variantViews`. */
export interface OutputEntry {
  readonly schema: ZodType
  /** Which of its values it shows, open ones too; without it all. */
  readonly accepts?: ((value: unknown) => boolean) | undefined
  /** Draws a value that this schema has accepted, and nothing else. */
  readonly draw: (validated: unknown) => ReactNode
  /** Draws what is known of a value that is still open, where the app wants to. */
  readonly drawOpen?: ((partial: unknown) => ReactNode) | undefined
}

/** A component for a value of a schema. The strings in it are still Claude's words. */
export type ValueComponent<Value> = ComponentType<{ readonly value: Value }>

/** A component for a value that is still open: validated closed parts, and open texts as far as they have come. */
export type PartialComponent<Value> = ComponentType<{
  readonly partial: DeepPartial<Value> | undefined
}>

/**
 * Shows the values of a schema, wherever it stands in the output, by a component. It is only ever given values that zod made
 * of what this very schema accepted, or that the schema's own `default` or `catch` puts there; while one is open, `WhileOpen`
 * is drawn, or else a line in words.
 */
export function valueView<Value>(
  schema: ZodType<Value>,
  Render: ValueComponent<Value>,
  WhileOpen?: PartialComponent<Value>,
): OutputEntry {
  return {
    schema,
    draw: (validated) => createElement(Render, { value: validated as Value }),
    drawOpen:
      WhileOpen &&
      ((partial) =>
        createElement(WhileOpen, { partial: partial as DeepPartial<Value> | undefined })),
  }
}

type DiscriminatorOf<Union extends z.ZodDiscriminatedUnion> = Union['def']['discriminator']

/** What comes out of a union under one name; a variant of several names is narrowed to that one. */
type VariantOf<Union extends z.ZodDiscriminatedUnion, Name> = Narrowed<
  z.output<Union>,
  DiscriminatorOf<Union>,
  Name
>

type Narrowed<Variant, Discriminator extends string, Name> = Variant extends {
  readonly [Key in Discriminator]: infer Names
}
  ? Name extends Names
    ? { [Key in keyof Variant]: Key extends Discriminator ? Name : Variant[Key] }
    : never
  : never

type NameOf<Union extends z.ZodDiscriminatedUnion> = Extract<
  z.output<Union>[DiscriminatorOf<Union> & keyof z.output<Union>],
  string
>

/**
 * Shows the variants of a discriminated union by components, by the name that the discriminator has in what came out.
 * Variants without one are drawn field by field.
 */
export function variantViews<Union extends z.ZodDiscriminatedUnion>(
  union: Union,
  components: { readonly [Name in NameOf<Union>]?: ValueComponent<VariantOf<Union, Name>> },
): readonly OutputEntry[] {
  const { discriminator, options } = union.def
  const byName = new Map<unknown, ComponentType<{ readonly value: never }> | undefined>(
    Object.entries(components),
  )
  const componentFor = (value: unknown): ComponentType<{ readonly value: never }> | undefined =>
    byName.get(partOf(value, discriminator))
  // A variant may also stand somewhere on its own.
  const schemas = [union, ...options].filter((schema) => schema instanceof z.ZodType)
  return schemas.map((schema) => ({
    schema,
    accepts: (value) => componentFor(value) !== undefined,
    draw: (validated) => {
      const Render = componentFor(validated)
      return Render && createElement(Render, { value: validated as never })
    },
  }))
}
