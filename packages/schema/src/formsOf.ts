import * as z from 'zod'
import type { ZodType } from 'zod'
import { hasCheck, mostLength } from './checksOf.js'
import {
  anyForm,
  bothOf,
  bothTake,
  eitherTakes,
  hide,
  type ContainerForm,
  type Form,
} from './form.js'
import { internalsOf, valuesOf } from './internalsOf.js'
import { recordForm } from './recordForm.js'
import { formatForm, textForm, wordForm } from './textForm.js'

/**
 * The forms that a schema lets a value take; none where nothing that JSON can say is valid. What is not known to narrow a
 * value down is `any`: to call a value impossible that is possible would be wrong, the other way round costs only time.
 */
export function formsOf(schema: ZodType): readonly Form[] {
  const found = known.get(schema)
  if (found !== undefined) return found
  // Of a schema that is made of itself alone nothing can be told.
  known.set(schema, [anyForm])
  const forms = readForms(schema)
  known.set(schema, forms)
  return forms
}

/** The forms of a value that each of some schemas has to accept. */
export function formsOfAll(schemas: readonly ZodType[]): readonly Form[] {
  const [first, ...others] = schemas
  if (first === undefined) return anyForms
  if (others.length === 0) return formsOf(first)
  return others.reduce((forms, schema) => bothOf(forms, formsOf(schema), bothTake), formsOf(first))
}

const anyForms: readonly Form[] = [anyForm]

const known = new WeakMap<ZodType, readonly Form[]>()

function readForms(schema: ZodType): readonly Form[] {
  try {
    const forms = ownForms(schema)
    return hasCheck(schema, 'overwrite') ? forms.map(hide) : forms
  } catch {
    // A getter of the schema threw. It will again when the whole is checked, where that is an issue.
    return [anyForm]
  }
}

function ownForms(schema: ZodType): readonly Form[] {
  if (schema instanceof z.core.$ZodOptional) return inner(internalsOf(schema).def.innerType)
  if (schema instanceof z.core.$ZodDefault) return inner(internalsOf(schema).def.innerType)
  if (schema instanceof z.core.$ZodPrefault) return inner(internalsOf(schema).def.innerType)
  if (schema instanceof z.core.$ZodNonOptional) return inner(internalsOf(schema).def.innerType)
  if (schema instanceof z.core.$ZodReadonly) return inner(internalsOf(schema).def.innerType)
  if (schema instanceof z.core.$ZodLazy) return inner(internalsOf(schema).innerType)
  if (schema instanceof z.core.$ZodNullable) {
    return [...inner(internalsOf(schema).def.innerType), scalar('null')]
  }
  if (schema instanceof z.core.$ZodUnion) {
    // Each form once: unions of the same unions would have more forms with each level.
    return [...new Set(internalsOf(schema).def.options.flatMap(inner))]
  }
  if (schema instanceof z.core.$ZodIntersection) {
    return bothOf(
      inner(internalsOf(schema).def.left),
      inner(internalsOf(schema).def.right),
      eitherTakes,
    )
  }
  if (schema instanceof z.core.$ZodCodec) return inner(internalsOf(schema).def.in).map(hide)
  if (schema instanceof z.core.$ZodPipe) {
    return dropsIssues(internalsOf(schema).def.out)
      ? [anyForm]
      : inner(internalsOf(schema).def.in).map(hide)
  }
  return containerForms(schema) ?? leafForms(schema)
}

function containerForms(schema: ZodType): readonly Form[] | undefined {
  if (schema instanceof z.core.$ZodObject) return [objectForm(schema)]
  if (schema instanceof z.core.$ZodRecord) return [recordForm(schema)]
  if (schema instanceof z.core.$ZodArray) {
    const item = judges(internalsOf(schema).def.element)
    const most = mostLength(schema)
    return [container('array', (index) => (Number(index) < most ? item : undefined), most)]
  }
  if (schema instanceof z.core.$ZodTuple) {
    const { items, rest } = internalsOf(schema).def
    const part = (index: string | number): readonly ZodType[] | undefined => {
      const item = typeof index === 'number' ? (items[index] ?? rest) : undefined
      return item == null ? undefined : judges(item)
    }
    return [container('array', part, rest == null ? items.length : Infinity)]
  }
  return undefined
}

function leafForms(schema: ZodType): readonly Form[] {
  if (schema instanceof z.core.$ZodString) {
    return internalsOf(schema).def.coerce === true ? [takesDigits] : [textForm(schema)]
  }
  if (schema instanceof z.core.$ZodTemplateLiteral) return [formatForm]
  if (schema instanceof z.core.$ZodNumber) return uncoerced(schema, [scalar('number')])
  if (schema instanceof z.core.$ZodBoolean)
    return uncoerced(schema, [scalar('true'), scalar('false')])
  if (schema instanceof z.core.$ZodBigInt)
    return internalsOf(schema).def.coerce === true ? [takesDigits] : []
  if (schema instanceof z.core.$ZodDate) return uncoerced(schema, [])
  if (schema instanceof z.core.$ZodNull) return [scalar('null')]
  if (schema instanceof z.core.$ZodLiteral || schema instanceof z.core.$ZodEnum) {
    return valueForms(valuesOf(schema))
  }
  return nothing.some((type) => schema instanceof type) ? [] : [anyForm]
}

/** What no JSON value is. */
const nothing = [
  z.core.$ZodNever,
  z.core.$ZodUndefined,
  z.core.$ZodVoid,
  z.core.$ZodSymbol,
  z.core.$ZodNaN,
  z.core.$ZodMap,
  z.core.$ZodSet,
]

const takesDigits: Form = Object.freeze({ ...anyForm, takesDigits: true })

function uncoerced(
  schema: { readonly _zod: { readonly def: { readonly coerce?: boolean } } },
  forms: readonly Form[],
): readonly Form[] {
  return internalsOf(schema).def.coerce === true ? [anyForm] : forms
}

function valueForms(values: readonly unknown[]): readonly Form[] {
  const words = values.filter((value) => typeof value === 'string')
  const forms: Form[] = words.map(wordForm)
  if (values.some((value) => typeof value === 'number')) forms.push(scalar('number'))
  for (const value of [true, false, null]) {
    if (values.includes(value)) forms.push(scalar(`${value}`))
  }
  return forms
}

function objectForm(schema: z.core.$ZodObject): Form {
  const shape: Readonly<Record<string, z.core.SomeType>> = internalsOf(schema).def.shape
  const { catchall } = internalsOf(schema).def
  const rest = catchall instanceof z.core.$ZodNever ? undefined : catchall && judges(catchall)
  const isStrict = catchall instanceof z.core.$ZodNever
  return container('object', (key) => {
    const own = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (own !== undefined) return judges(own)
    return isStrict ? undefined : (rest ?? [])
  })
}

function container(kind: 'object' | 'array', part: ContainerForm['part'], most = Infinity): Form {
  return { kind, shows: true, part, most }
}

function scalar(kind: 'number' | 'true' | 'false' | 'null'): Form {
  return { kind, shows: true }
}

/** What is not zod's own class, as of zod/mini, is not judged until it is judged as part of the whole. */
function inner(schema: z.core.SomeType): readonly Form[] {
  return schema instanceof z.ZodType ? formsOf(schema) : [anyForm]
}

function judges(schema: z.core.SomeType): readonly ZodType[] {
  return schema instanceof z.ZodType ? [schema] : []
}

/**
 * Whether what follows in a pipe may forget that something before it was wrong: zod hands on an object with unknown keys,
 * and a union takes it. Told only of what is known not to.
 */
function dropsIssues(schema: z.core.SomeType): boolean {
  return !keepIssues.some((type) => schema instanceof type)
}

const keepIssues = [
  z.core.$ZodTransform,
  z.core.$ZodString,
  z.core.$ZodNumber,
  z.core.$ZodBigInt,
  z.core.$ZodBoolean,
  z.core.$ZodDate,
  z.core.$ZodEnum,
  z.core.$ZodLiteral,
  z.core.$ZodObject,
  z.core.$ZodArray,
]
