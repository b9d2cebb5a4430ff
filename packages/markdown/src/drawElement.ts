import type { Element, ElementContent, Properties } from 'hast'
import type { Drawing } from './drawing.js'
import { drawImage } from './drawImage.js'
import { drawLink } from './drawLink.js'
import { prefixId } from './prefixId.js'
import { isHeading, safeTags } from './safeElements.js'

/**
 * Draws one element by the policy: a new one with only the attributes we give it, whatever it has.
 * An element that is not known is what is inside it.
 */
export function drawElement(element: Element, drawing: Drawing): ElementContent[] {
  const { tagName } = element
  const inLink = drawing.inLink === true
  const isLink = tagName === 'a'
  if (isLink && !inLink) return drawLink(element, drawing)
  if (tagName === 'img') return drawImage(element, drawing)
  const children = drawing.drawChildren(element, inLink)
  if (isLink || !safeTags.has(tagName)) return children
  return [{ type: 'element', tagName, properties: propertiesOf(element, drawing), children }]
}

function propertiesOf({ tagName, properties }: Element, drawing: Drawing): Properties {
  const { idPrefix } = drawing
  switch (tagName) {
    case 'code': {
      const language = languageOf(properties)
      // Code is read from left to right, whatever is written in it.
      return { ...(language === undefined ? {} : { dataLanguage: language }), dir: 'ltr' }
    }
    case 'pre':
      return { dir: 'ltr' }
    case 'td':
    case 'th': {
      const align = properties['align'] ?? properties['dataAlign']
      return align === 'left' || align === 'center' || align === 'right' ? { dataAlign: align } : {}
    }
    case 'ol': {
      const start = Number(properties['start'] ?? 1)
      return Number.isSafeInteger(start) && start >= 0 && start !== 1 ? { start } : {}
    }
    case 'input':
      return { type: 'checkbox', disabled: true, checked: Boolean(properties['checked']) }
    case 'section':
      return 'dataFootnotes' in properties ? { dataFootnotes: '' } : {}
    case 'li': {
      const id = String(properties['id'] ?? '')
      if (/(?:^|-)fn-/.test(id)) return { id: prefixId(id, idPrefix) }
      return 'className' in properties || 'dataTask' in properties ? { dataTask: '' } : {}
    }
    default: {
      // Made of a heading's words one step before; no id of the text comes here.
      const { id } = properties
      if (typeof id !== 'string' || !isHeading(tagName)) return {}
      const isLabel = tagName === 'h2' && 'dataFootnotesLabel' in properties
      return { id: idPrefix + id, ...(isLabel ? { dataFootnotesLabel: '' } : {}) }
    }
  }
}

function languageOf(properties: Properties): string | undefined {
  const { className, dataLanguage } = properties
  const names = Array.isArray(className) ? className.map(String) : []
  const first = names.find((name) => /^language-./.test(name))
  const name = first?.slice('language-'.length) ?? dataLanguage
  return typeof name === 'string' && /^[A-Za-z0-9+#._-]{1,30}$/.test(name) ? name : undefined
}
