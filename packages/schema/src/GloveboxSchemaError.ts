/** What the programmer got wrong. */
export type SchemaErrorCode =
  | 'invalid-tool'
  | 'duplicate-tool'
  | 'invalid-limits'
  | 'invalid-extract'
  | 'invalid-tries'
  | 'usage'
  | 'no-schema'
  | 'no-record'

/** Thrown when a tool, a toolset or a reading is set up wrongly; never because of what the model sends. */
export class GloveboxSchemaError extends Error {
  override readonly name = 'GloveboxSchemaError'
  readonly code: SchemaErrorCode

  constructor(code: SchemaErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
