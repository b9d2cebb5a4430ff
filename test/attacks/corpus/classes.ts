import type { AttackRow } from '../row.js'
import { fetchingImages } from './fetchingImages.js'

/** One class of the threat list. */
export interface RowClass {
  readonly name: string
  readonly rows: readonly AttackRow[]
}

/** The whole corpus, class by class. */
export const classes: readonly RowClass[] = [{ name: 'fetching-image', rows: fetchingImages }]
