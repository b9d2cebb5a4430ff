/** How much of a leaf nothing can change any more: its first nodes, and the start of the text behind them. */
export interface Settled {
  readonly nodes: number
  readonly text: number
}

/** All of it. */
export const allSettled: Settled = { nodes: Infinity, text: Infinity }

/** Nothing of it. */
export const noneSettled: Settled = { nodes: 0, text: 0 }
