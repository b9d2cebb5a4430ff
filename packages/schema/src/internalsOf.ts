import type * as z from 'zod'

/** What a zod schema or check is made of, which zod keeps under one name. */
export function internalsOf<Internals>({
  _zod: internals,
}: {
  readonly _zod: Internals
}): Internals {
  return internals
}

/** All values that a schema takes, where they are few. */
export function valuesOf(schema: z.core.$ZodType): readonly unknown[] {
  return [...(internalsOf(schema).values ?? [])]
}
