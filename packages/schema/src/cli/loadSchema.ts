import { createJiti } from 'jiti'
import { resolve } from 'node:path'
import { GloveboxSchemaError } from '../GloveboxSchemaError.js'
import { isOutputSchema, type OutputSchema } from '../outputSchema.js'
import type { SchemaPlace } from './command.js'

/**
 * Loads a schema from a module, TypeScript included. Throws `GloveboxSchemaError` `no-schema` for a module that
 * cannot be loaded, an export that is not there, and one that is no schema.
 */
export async function loadSchema({ file, exportName }: SchemaPlace): Promise<OutputSchema> {
  const loaded = await load(file)
  if (!Object.hasOwn(loaded, exportName)) {
    throw noSchema(`${file} does not export \`${exportName}\``)
  }
  const schema: unknown = Reflect.get(loaded, exportName)
  if (isOutputSchema(schema)) return schema
  throw noSchema(`\`${exportName}\` of ${file} is no schema of zod 4 or of Standard Schema`)
}

async function load(file: string): Promise<object> {
  // What it compiled is kept in no folder: one that others can write to could give us their code.
  const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false })
  try {
    return await jiti.import<object>(resolve(file))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it threw'
    throw noSchema(`${file} could not be loaded: ${reason}`)
  }
}

function noSchema(what: string): GloveboxSchemaError {
  return new GloveboxSchemaError('no-schema', `Cannot validate: ${what}`)
}
