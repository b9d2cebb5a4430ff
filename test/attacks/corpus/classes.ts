import type { AttackClass, AttackRow } from '../row.js'
import { applicationSchemes } from './applicationSchemes.js'
import { clobbering } from './clobbering.js'
import { deceptiveLinks } from './deceptiveLinks.js'
import { fetchingHtml } from './fetchingHtml.js'
import { fetchingImages } from './fetchingImages.js'
import { floods } from './floods.js'
import { hiddenText } from './hiddenText.js'
import { htmlCode } from './htmlCode.js'
import { impersonation } from './impersonation.js'
import { scriptSchemes } from './scriptSchemes.js'
import { streaming } from './streaming.js'

/** One class of the threat list. */
export interface RowClass {
  readonly name: AttackClass
  readonly rows: readonly AttackRow[]
}

/** The whole corpus, class by class. */
export const classes: readonly RowClass[] = [
  { name: 'fetching-image', rows: fetchingImages },
  { name: 'fetching-html', rows: fetchingHtml },
  { name: 'deceptive-link', rows: deceptiveLinks },
  { name: 'application-scheme', rows: applicationSchemes },
  { name: 'impersonation', rows: impersonation },
  { name: 'hidden-text', rows: hiddenText },
  { name: 'script-scheme', rows: scriptSchemes },
  { name: 'html-code', rows: htmlCode },
  { name: 'clobbering', rows: clobbering },
  { name: 'flood', rows: floods },
  { name: 'streaming', rows: streaming },
]
