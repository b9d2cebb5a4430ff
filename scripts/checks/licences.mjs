// Checks that everything users install with the packages has a licence that lets them, and asks the registry for known
// vulnerabilities where it answers such questions.
import { allowedLicence } from './allowedLicence.mjs'
import { askAudit } from './audit.mjs'
import { conclude } from './failures.mjs'
import { productionDependencies } from './productionDependencies.mjs'

const { found, missing } = productionDependencies()
const failures = [
  ...missing.map((name) => `${name} is not installed, run \`pnpm install\``),
  ...found
    .filter(({ licence }) => !allowedLicence(licence))
    .map(({ name, version, licence }) => `${name} ${version} has the licence ${licence || 'none'}`),
]
const audit = askAudit()
if (audit.state === 'not-reachable') console.log(`audit: not reachable (${audit.reason})`)
if (audit.state === 'clean') console.log('audit: no known vulnerabilities')
if (audit.state === 'vulnerable') failures.push(...audit.findings)

const licences = [...new Set(found.map(({ licence }) => licence))].toSorted().join(', ')
conclude('licences', failures, `${found.length} production dependencies: ${licences}`)
