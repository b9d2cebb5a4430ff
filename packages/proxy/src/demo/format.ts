import type { DemoPart } from './script.js'

/**
 * Writes one server-sent event of the wire. About one in four has blanks before its last brace,
 * as the API pads events to hide the length of their tokens.
 */
export function formatEvent(event: DemoPart, random: () => number): string {
  const padding = random() < 0.25 ? ' '.repeat(1 + Math.floor(random() * 9)) : ''
  const json = JSON.stringify(event)
  return `event: ${event.type}\ndata: ${json.slice(0, -1)}${padding}}\n\n`
}
