import { formattedAnswers, plainAnswers } from './answers.js'
import { code } from './code.js'
import { emoji, prose } from './prose.js'

/** Answers nobody attacks with: all their words are there, and nothing is found in them. */
export const honestRows = [...prose, ...emoji, ...plainAnswers, ...formattedAnswers, ...code]
