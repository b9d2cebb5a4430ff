import { createSearch } from './createSearch.js'
import { findRuns } from './findRuns.js'
import { fingerprintOf } from './leak.js'
import type { Match, Rule, RunRule, TextRule } from './rule.js'
import type { View } from './view.js'

/** A match, and the rule that it is one of. */
export type Found = { readonly rule: Rule; readonly match: Match }

/** Gives the matches of all rules in a view. */
export type Finder = (view: View) => readonly Found[]

/** What is told of a match. */
export type Described = {
  readonly rule: Rule
  readonly excerpt: string
  readonly advice: string
  readonly fingerprint: string
}

/** Creates a finder that looks for the texts of all rules at once, and makes a text of the bytes only where it must. */
export function createFinder(rules: readonly Rule[]): Finder {
  const byText = new Map<string, TextRule[]>()
  for (const rule of rules.filter(isTextRule)) {
    for (const text of rule.texts) byText.set(text, [...(byText.get(text) ?? []), rule])
  }
  const search = createSearch([...byText.keys()])
  const runRules = rules.filter(isRunRule)
  const others = rules.filter((rule) => !isTextRule(rule) && !isRunRule(rule))
  const mayHold = (rule: Rule, form: string | undefined): boolean =>
    rule.asWritten !== true || form === undefined

  return ({ bytes, form }) => {
    const places = search(bytes)
    const text = places.length + others.length > 0 ? bytes.toString('latin1') : ''
    const inTexts = places.flatMap((place) =>
      (byText.get(place.wanted) ?? []).flatMap((rule): Found[] => {
        const match = rule.at(text, place)
        return match === undefined ? [] : [{ rule, match }]
      }),
    )
    const inRuns = runRules.flatMap((rule) =>
      findRuns(bytes, rule.runs)
        .flatMap(rule.inRun)
        .map((match) => ({ rule, match })),
    )
    const elsewhere = others.flatMap((rule) => rule.find(text).map((match) => ({ rule, match })))
    return [...inTexts, ...inRuns, ...elsewhere].filter(({ rule }) => mayHold(rule, form))
  }
}

/** Says of a match what may be told: nothing of a secret, but how it was written. */
export function describeMatch({ bytes, form }: View, { rule, match }: Found): Described {
  const { index, length, masked, identity, advice = rule.advice } = match
  const found = identity ?? bytes.toString('latin1', index, index + length)
  return {
    rule,
    excerpt: form === undefined ? masked : `${masked}, ${form}`,
    advice,
    fingerprint: fingerprintOf(rule.id, found),
  }
}

function isTextRule(rule: Rule): rule is TextRule {
  return 'texts' in rule && 'at' in rule
}

function isRunRule(rule: Rule): rule is RunRule {
  return 'runs' in rule && 'inRun' in rule
}
