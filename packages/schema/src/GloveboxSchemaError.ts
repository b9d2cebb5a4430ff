/** What is wrong with how a tool or a toolset was defined. */
export type SchemaErrorCode = 'invalid-tool' | 'duplicate-tool'

/** Thrown when a tool or a toolset is defined wrongly; never by what the model sends. */
export class GloveboxSchemaError extends Error {
  override readonly name = 'GloveboxSchemaError'
  readonly code: SchemaErrorCode

  constructor(code: SchemaErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
