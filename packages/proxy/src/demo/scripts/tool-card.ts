import type { DemoScript } from '../script.js'

const forecast = {
  place: 'Lindenau',
  summary: 'A bright start, showers on Wednesday, and a dry market day.',
  days: [
    { day: 'Monday', high: 19, low: 9, condition: 'sunny' },
    { day: 'Tuesday', high: 17, low: 10, condition: 'cloudy' },
    { day: 'Wednesday', high: 13, low: 8, condition: 'rainy' },
    { day: 'Thursday', high: 15, low: 7, condition: 'cloudy' },
    { day: 'Friday', high: 18, low: 8, condition: 'sunny' },
  ],
}

/** A tool_use of `show_weather` whose input fits the tool's schema. */
export const toolCard: DemoScript = {
  name: 'tool-card',
  title: 'A tool shown as a card',
  prompt: 'What is the weather on market days?',
  kind: 'answer',
  reply: {
    type: 'message',
    blocks: [
      { type: 'text', parts: ['Here is the week ahead for the market square.'] },
      { type: 'tool_use', name: 'show_weather', unsafeJson: JSON.stringify(forecast) },
    ],
  },
}
