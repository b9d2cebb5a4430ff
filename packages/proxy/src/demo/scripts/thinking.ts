import type { DemoScript } from '../script.js'

/** Thinking, a redacted part of it, and then the answer. */
export const thinking: DemoScript = {
  name: 'thinking',
  title: 'Thinking, then an answer',
  prompt: 'How many loaves fit in my oven each morning?',
  kind: 'answer',
  reply: {
    type: 'message',
    blocks: [
      {
        type: 'thinking',
        thinking:
          'The oven has two decks. Each holds six loaves, so a batch is 12.\n\nA batch takes 40 ' +
          'minutes, and the oven needs 10 more to recover its heat: 50 minutes each. From 4:00 to ' +
          '7:20 there are 200 minutes. 200 ÷ 50 = 4 batches, and 4 × 12 = 48.',
        signature: 'RGVtbyBzaWduYXR1cmU6IG5vdGhpbmcgc2lnbmVkIHRoaXM=',
      },
      {
        type: 'whole',
        block: { type: 'redacted_thinking', data: 'RGVtbyByZWRhY3RlZCB0aGlua2luZw==' },
      },
      {
        type: 'text',
        parts: [
          'With two decks of six loaves you can bake **48 loaves** before opening.\n\n' +
            '- one batch is 12 loaves and takes 40 minutes\n' +
            '- the oven needs 10 minutes to recover its heat\n' +
            '- between 4:00 and 7:20 that makes four batches\n\n' +
            'Plan for 44: there is always one tray that has other ideas.',
        ],
      },
    ],
  },
}
