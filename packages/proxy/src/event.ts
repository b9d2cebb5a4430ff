import type { ErrorCode } from '@glovebox/schema/protocol'

/** What the proxy tells its `onEvent`: codes, names and numbers, never content, keys or upstream text. */
export type ProxyEvent =
  | {
      readonly type: 'refused'
      readonly code: ErrorCode
      readonly reason: string
      readonly caller?: string
    }
  | {
      readonly type: 'started'
      readonly caller: string
      readonly model: string
      readonly maxTokens: number
    }
  | {
      readonly type: 'upstream-failed'
      readonly code: ErrorCode
      readonly status?: number
      readonly reason: string
      readonly caller: string
    }
  | {
      readonly type: 'ended'
      readonly caller: string
      readonly outcome: 'complete' | 'error' | 'cut' | 'aborted'
      readonly inputTokens: number
      readonly outputTokens: number
    }
