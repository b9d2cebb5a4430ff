import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { describeIssue, issueLabels, parseOutput, type IssueLabels } from '@glovebox/schema'

const german: IssueLabels = {
  expected: (what) => `Erwartet: ${what}`,
  type: (type) => ({ string: 'ein Text', number: 'eine Zahl' })[type] ?? type,
  values: (values) => values.join(' oder '),
  bound: ({ kind, limit, unit }) => `${kind} ${limit}${unit === 'characters' ? ' Zeichen' : ''}`,
  pattern: (pattern) => `ein Text nach ${pattern}`,
  format: (format) => `das Format ${format}`,
  multiple: (of) => `ein Vielfaches von ${of}`,
  codes: { unrecognized_keys: 'Unerwartete Felder', 'not-json': 'Kein JSON' },
}

const schema = z.strictObject({
  type: z.string(),
  values: z.enum(['x', 'y']),
  least: z.string().min(2),
  pattern: z.string().regex(/^q/),
  format: z.email(),
  multiple: z.number().multipleOf(5),
})
const unsafe = JSON.stringify({
  type: 1,
  values: 'z',
  least: '',
  pattern: '',
  format: '',
  multiple: 7,
  more: 1,
})

function issuesOf(text: string) {
  const output = parseOutput(schema, text)
  return output.status === 'invalid' ? output.issues : []
}

describe('describeIssue', () => {
  it('says in English what the issue’s message says', () => {
    const issues = [...issuesOf(unsafe), ...issuesOf('{'), ...issuesOf('{"a":1,"a":2}')]
    expect(issues.map((issue) => describeIssue(issue))).toEqual(
      issues.map(({ message }) => message),
    )
  })

  it('says it in another language', () => {
    expect(issuesOf(unsafe).map((issue) => describeIssue(issue, german))).toEqual([
      'Erwartet: ein Text',
      'Erwartet: "x" oder "y"',
      'Erwartet: at-least 2 Zeichen',
      'Erwartet: ein Text nach /^q/',
      'Erwartet: das Format email',
      'Erwartet: ein Vielfaches von 5',
      'Unerwartete Felder',
    ])
  })

  it('keeps the English words for what has no others', () => {
    const [issue] = issuesOf('{"a":1,"a":2}')
    expect(issue && describeIssue(issue, german)).toBe('An object has the same key twice')
  })

  it('has a text for a code of the app’s own, whatever it is called', () => {
    const rule = z.string().superRefine((input, context) => {
      context.issues.push({ code: 'custom', input, ...JSON.parse('{"code":"constructor"}') })
    })
    const output = parseOutput(rule, '"a"')
    expect(output.status === 'invalid' && output.issues).toEqual([
      { path: [], code: 'constructor', message: 'The value is not accepted' },
    ])
  })

  it('takes a code for its own key alone', () => {
    const issue = { code: 'constructor', message: 'As it is' }
    expect(describeIssue(issue, issueLabels)).toBe('As it is')
  })
})
