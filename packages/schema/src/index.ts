export type { Correction } from './correction.js'
export { createOutputStream, type OutputEnd, type OutputStream } from './createOutputStream.js'
export { createToolset, type ToolUse, type Toolset } from './createToolset.js'
export { defineTool, type Tool } from './defineTool.js'
export { describeIssue } from './describeIssue.js'
export type { Expectation } from './expectation.js'
export type { Skipped } from './extract.js'
export { GloveboxSchemaError, type SchemaErrorCode } from './GloveboxSchemaError.js'
export type { OutputIssue } from './issue.js'
export { issueLabels, type IssueLabels } from './issueLabels.js'
export { defaultLimits, type OutputLimits } from './limits.js'
export type { DeepPartial, OpenOutput, Output, OutputOptions } from './output.js'
export type { OutputSchema, StandardSchema } from './outputSchema.js'
export { parseOutput } from './parseOutput.js'
export {
  requestOutput,
  type OutputAnswer,
  type OutputRetry,
  type RequestOutputOptions,
} from './requestOutput.js'
export { retryMessage, type RetryMessage } from './retryMessage.js'
export type { JsonSchema, SchemaIssue } from './rewriteSchema.js'
export type { StopFacts } from './stopped.js'
export {
  toClaudeRequest,
  type ClaudeRequest,
  type ClaudeRequestParts,
  type ToolDefinition,
} from './toClaudeRequest.js'
export { toClaudeSchema, type ClaudeSchema } from './toClaudeSchema.js'
