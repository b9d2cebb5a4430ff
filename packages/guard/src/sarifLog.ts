import { wordsOf, type Leak, type Place } from './leak.js'

/** Gives the leaks as a SARIF 2.1.0 log, for code scanning; how each got there is its code flow. */
export function sarifLog(leaks: readonly Leak[]): object {
  const ids = [...new Set(leaks.map(({ rule }) => rule))]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'glovebox-guard', rules: ids.map((id) => ({ id })) } },
        results: leaks.map(result),
      },
    ],
  }
}

function result(leak: Leak): object {
  const { rule, excerpt, advice, fingerprint, steps = [] } = leak
  return {
    ruleId: rule,
    level: 'error',
    message: { text: [excerpt, ...steps.map(wordsOf), advice].join('. ') },
    partialFingerprints: { 'glovebox/v1': fingerprint },
    locations: [location(leak)],
    ...(steps.length > 0 && { codeFlows: [{ threadFlows: [{ locations: flow(leak) }] }] }),
  }
}

function flow({ excerpt, steps = [], ...leak }: Leak): readonly object[] {
  const all = [...steps, { text: excerpt, place: leak }]
  return all.map((step) => ({
    location: { message: { text: wordsOf(step) }, ...(step.place && location(step.place)) },
  }))
}

function location({ file, line, column }: Place): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
      region: { startLine: line, startColumn: column },
    },
  }
}
