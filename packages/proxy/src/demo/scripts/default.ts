import type { DemoScript } from '../script.js'

/** The answer to everything that no script asks for. It repeats nothing that the user wrote. */
export const defaultScript: DemoScript = {
  name: 'default',
  title: 'A short friendly answer',
  prompt: '',
  kind: 'answer',
  reply: {
    type: 'message',
    blocks: [
      {
        type: 'text',
        parts: [
          'Hello! I am a stand-in for Claude: I answer from a script and cannot read your message. ',
          'Pick one of the **ready prompts** to see a long answer, a tool card, an attack or a failure.',
        ],
      },
    ],
  },
}
