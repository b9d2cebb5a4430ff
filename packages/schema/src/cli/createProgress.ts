/** Where a bar is drawn: standard error, so that a report can go elsewhere. */
export interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

/** Milliseconds between two drawings. */
const pace = 100

/**
 * Creates a bar that shows how much of `total` bytes has been read; without a total it shows the amount alone. Off a
 * terminal nothing is drawn.
 */
export function createProgress(screen: Screen, total: number | undefined) {
  let read = 0
  let drawnAt = 0
  let isShown = false

  function clear(): void {
    if (isShown) screen.write('\r\u001b[K')
    isShown = false
  }

  return {
    add(bytes: number): void {
      read += bytes
      const now = Date.now()
      if (screen.isTTY !== true || now - drawnAt < pace) return
      drawnAt = now
      isShown = true
      screen.write(`\r\u001b[K${barText({ read, total, width: screen.columns ?? 80 })}`)
    },
    /** Makes room for a line of the report. */
    clear,
  }
}

interface Bar {
  readonly read: number
  readonly total: number | undefined
  readonly width: number
}

/** Draws the bar in at most `width` columns. */
export function barText({ read, total, width }: Bar): string {
  const amount = `${(read / 1e6).toFixed(1)} MB`
  if (total === undefined || total === 0) return amount.slice(0, width)
  const share = Math.min(1, read / total)
  const label = ` ${Math.floor(share * 100)} %  ${amount}`
  const room = Math.min(40, width - label.length - 3)
  if (room < 5) return label.trim().slice(0, width)
  const full = Math.round(share * room)
  return `[${'='.repeat(full)}${' '.repeat(room - full)}]${label}`
}
