import type { DemoMessage, DemoScript } from '../script.js'

const opening =
  'For the opening week I would bake a little of everything and count what is left. On the first day'

/** The upstream is overloaded in the middle of an answer: an error event, then nothing. */
export const errorMidStream: DemoScript = failure(
  'error-mid-stream',
  'An error in the middle of the answer',
  'Plan the opening week',
  {
    ...text(opening),
    ending: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
  },
)

/** The connection breaks in the middle of an event. */
export const cut: DemoScript = failure('cut', 'A cut connection', 'Plan the second week', {
  ...text(opening),
  ending: { type: 'reset' },
})

/** The connection is closed properly, but the message never ended. */
export const cutQuietly: DemoScript = failure(
  'cut-quietly',
  'A stream that just ends',
  'Plan the third week',
  { ...text(opening), ending: { type: 'end' } },
)

/** The stream stays open and nothing more comes. */
export const stall: DemoScript = failure('stall', 'A stream that stalls', 'Plan the fourth week', {
  ...text(opening),
  ending: { type: 'stall' },
})

const stopDetails = {
  type: 'refusal',
  category: 'general_harms',
  explanation: 'This request was declined.',
}

/** A refusal without any content. */
export const refusal: DemoScript = failure(
  'refusal',
  'A refusal',
  'Tell me how to poison a rival baker',
  { type: 'message', blocks: [], stopReason: 'refusal', stopDetails },
)

/** A refusal after part of an answer, which has to be discarded. */
export const refusalMid: DemoScript = failure(
  'refusal-mid',
  'A refusal in the middle of the answer',
  'Tell me which mushrooms nobody would notice',
  {
    ...text('There are several kinds of mushroom that look harmless. The first of them'),
    stopReason: 'refusal',
    stopDetails: {
      ...stopDetails,
      recommended_model: 'claude-demo-small',
      fallback_credit_token: 'demo-credit-token',
    },
  },
)

/** An answer that is too long for the limit on tokens. */
export const maxTokens: DemoScript = failure(
  'max-tokens',
  'An answer cut at the token limit',
  'Write the complete history of bread',
  {
    ...text('# Bread\n\nThe oldest crumbs we know are older than farming. They were found in'),
    stopReason: 'max_tokens',
  },
)

/** A tool input that the token limit cuts: the block stops, its JSON is incomplete. */
export const maxTokensInTool: DemoScript = failure(
  'max-tokens-in-tool',
  'A tool input cut at the token limit',
  'Show the weather for the whole year',
  {
    type: 'message',
    blocks: [
      {
        type: 'tool_use',
        name: 'show_weather',
        unsafeJson:
          '{"place": "Lindenau", "summary": "A whole year", "days": [{"day": "1 January", "high": 3, "low": -2, "condition": "cloudy"}, {"day": "2 Janu',
      },
    ],
    stopReason: 'max_tokens',
  },
)

function text(content: string): DemoMessage {
  return { type: 'message', blocks: [{ type: 'text', parts: [content] }] }
}

function failure(name: string, title: string, prompt: string, reply: DemoMessage): DemoScript {
  return { name, title, prompt, kind: 'failure', reply }
}
