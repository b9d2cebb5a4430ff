import type { DemoScript } from '../script.js'

/** Block, delta and event kinds that are rare or not known yet; clients have to pass over them. */
export const wireKinds: DemoScript = {
  name: 'wire-kinds',
  title: 'Rare and unknown parts of the wire',
  prompt: 'Show me every kind of content block',
  kind: 'answer',
  reply: {
    type: 'message',
    blocks: [
      {
        type: 'whole',
        block: {
          type: 'fallback',
          from: { model: 'claude-demo-large' },
          to: { model: 'claude-demo-small' },
        },
      },
      { type: 'thinking', thinking: 'Not shown', signature: 'T21pdHRlZA==', omitted: true },
      {
        type: 'mcp_tool_use',
        id: 'mcptoolu_01DemoEcho',
        name: 'echo',
        serverName: 'echo',
        unsafeJson: '{"message": "hello"}',
      },
      {
        type: 'whole',
        block: {
          type: 'mcp_tool_result',
          tool_use_id: 'mcptoolu_01DemoEcho',
          is_error: false,
          content: [{ type: 'text', text: 'hello' }],
        },
      },
      { type: 'event', event: { type: 'future_event', note: 'not known yet' } },
      {
        type: 'whole',
        block: { type: 'future_block', note: 'not known yet' },
        deltas: [{ type: 'future_delta', note: 'not known yet' }],
      },
      { type: 'server_tool_use', name: 'list_shelves', unsafeJson: '' },
      { type: 'text', parts: ['That was one of each: 🥐 Brötchen, パン and хлеб.'] },
    ],
  },
}
