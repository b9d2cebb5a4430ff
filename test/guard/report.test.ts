import { createRules, scan } from '@glovebox/guard'
import { expect, it } from 'vitest'
import { writeReport, type Report } from '../../packages/guard/src/report.js'
import { fakeKey } from './fakeKeys.js'

const key = fakeKey('api03')
const rules = createRules({ environments: [{ APP_KEY: key }] })
const [leak] = scan([{ name: `a,b:${key}%.js`, chunks: [Buffer.from(`\n "${key}"`)] }], rules)
const report: Report = {
  leaks: leak === undefined ? [] : [leak],
  allowed: [],
  files: 3,
  passedOver: [`link-${key}`],
  notes: [`Over since 2026-01-01: direct-call in ${key}`],
}

it.each(['text', 'json', 'sarif', 'github'] as const)('holds no secret as %s', (format) => {
  const written = writeReport(report, rules, format)
  expect({ isEmpty: written === '', holdsKey: written.includes(key.slice(15)) }).toEqual({
    isEmpty: false,
    holdsKey: false,
  })
})

it('is a SARIF log that code scanning takes', () => {
  const { version, runs } = JSON.parse(writeReport(report, rules, 'sarif'))
  expect({ version, results: runs[0].results, rules: runs[0].tool.driver.rules }).toMatchObject({
    version: '2.1.0',
    rules: [{ id: 'environment-secret' }],
    results: [
      {
        ruleId: 'environment-secret',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a,b:***%25.js' },
              region: { startLine: 2, startColumn: 3 },
            },
          },
        ],
      },
    ],
  })
})

it('is workflow commands in which a name ends no property', () => {
  expect(writeReport(report, rules, 'github').split('\n')).toEqual([
    expect.stringMatching(
      /^::error file=a%2Cb%3A\*\*\*%25\.js,line=2,col=3,title=environment-secret::/,
    ),
    '::warning::Over since 2026-01-01: direct-call in ***',
    '1 leak found in 3 files',
  ])
})
