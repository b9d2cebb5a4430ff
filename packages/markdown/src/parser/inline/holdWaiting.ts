import { endOf } from './item.js'
import { isLink } from './nodesOf.js'
import { type Reading, unsettle } from './reading.js'

/**
 * Makes the addresses words that a definition may still change: those in brackets that wait for it, links around these, and
 * links whose words are a label. Where such a link goes away, its own address is text, in which anything may begin.
 */
export function holdWaiting(reading: Reading): void {
  const { items, text, waits } = reading
  let next = waits.length - 1
  /** Where the brackets begin that end behind the item, with the text that touches them: it may be of an address in them. */
  let from = Infinity
  let link = Infinity
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item === undefined) return
    const { start } = item
    for (let wait = waits[next]; wait !== undefined && wait.end > start; wait = waits[next]) {
      from = Math.min(from, wait.start)
      next -= 1
    }
    if (item.kind !== 'node') {
      if (endOf(item) >= from) from = Math.min(from, start)
    } else if (item.end > from && isLink(item.node) && text.charAt(start) === '[') link = start
    hold(index, from)
  }
  unsettle(reading, link)
  for (let index = 0; index < items.length; index += 1) hold(index, link)

  function hold(index: number, from: number): void {
    const item = items[index]
    if (item === undefined || item.kind === 'run' || item.end <= from) return
    if (item.kind === 'text' || isLink(item.node)) items[index] = { ...item, isGrowing: true }
  }
}
