import type { DeepPartial } from '@glovebox/schema'
import type { ComponentType, ReactNode } from 'react'
import { createElement } from 'react'
import * as z from 'zod'
import type { ZodType } from 'zod'
import { namesOf } from './partSchema.js'

/** Shows the values of one schema by a component. Made by `valueView` and `variantViews`. */
export interface OutputEntry {
  readonly schema: ZodType
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
 * of what this very schema accepted; while one is open, `WhileOpen` is drawn, or else a line in words.
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

type VariantOf<Union extends z.ZodDiscriminatedUnion, Name> = Extract<
  z.output<Union>,
  { readonly [Key in Union['def']['discriminator']]: Name }
>

type NameOf<Union extends z.ZodDiscriminatedUnion> = Extract<
  z.output<Union>[Union['def']['discriminator'] & keyof z.output<Union>],
  string
>

/**
 * Shows the variants of a discriminated union by components, by the name that the discriminator gives them. Variants without
 * one are drawn field by field.
 */
export function variantViews<Union extends z.ZodDiscriminatedUnion>(
  union: Union,
  components: { readonly [Name in NameOf<Union>]?: ValueComponent<VariantOf<Union, Name>> },
): readonly OutputEntry[] {
  const { discriminator, options } = union.def
  const byName = new Map<string, ComponentType<{ readonly value: never }>>(
    Object.entries(components),
  )
  return options.flatMap((option) => {
    if (!(option instanceof z.ZodType)) return []
    return [...namesOf(option, discriminator)].flatMap((name) => {
      const Render = byName.get(String(name))
      return Render === undefined ? [] : [valueView(option as ZodType<never>, Render)]
    })
  })
}
