import type { Properties } from 'hast'

/** The properties of a safe tree. */
const propertyNames =
  'alt ariaDescribedBy ariaLabel checked dataAlign dataBlocked dataConfirm ' +
  'dataDeceptive dataFootnoteBackref dataFootnoteRef dataFootnotes dataFootnotesLabel ' +
  'dataHost dataLanguage dataMarkedChar dataMarkedCount dataReason dataTask ' +
  'dataTrueHost dataUrl decoding dir disabled href id loading referrerPolicy rel role src ' +
  'start target title type'

/** The name React knows each of them by. */
const attributeNames: ReadonlyMap<string, string> = new Map(
  propertyNames.split(' ').map((name) => [name, attributeOf(name)]),
)

/** Gives the attributes of a safe element under React's names; a property not named here is dropped. */
export function readAttributes(properties: Properties): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  for (const property in properties) {
    const name = attributeNames.get(property)
    const value = properties[property]
    if (name === undefined || value === null || value === undefined) continue
    attributes[name] = Array.isArray(value) ? value.join(' ') : value
  }
  return attributes
}

function attributeOf(name: string): string {
  if (name.startsWith('aria')) return 'aria-' + name.slice('aria'.length).toLowerCase()
  if (!name.startsWith('data')) return name
  return name.replace(/[A-Z]/g, (capital) => '-' + capital.toLowerCase())
}
