import type { DemoScript } from '../script.js'
import {
  deceptiveLink,
  hiddenText,
  imageExfiltration,
  nesting,
  rawHtml,
  referenceLink,
} from './attacks.js'
import { citations } from './citations.js'
import {
  badGatewayHtml,
  invalidRequest,
  overloaded,
  rateLimited,
  spendCapped,
  tooLarge,
  unauthorized,
} from './failed-requests.js'
import {
  cut,
  cutQuietly,
  errorMidStream,
  maxTokens,
  maxTokensInTool,
  refusal,
  refusalMid,
  stall,
} from './failed-streams.js'
import { longAnswer } from './long-answer.js'
import { thinking } from './thinking.js'
import { toolCard } from './tool-card.js'
import { wireKinds } from './wire-kinds.js'

/** The scripts of the demo, in the order of its rail: answers, attacks, failures. */
export const demoScripts: readonly DemoScript[] = [
  longAnswer,
  thinking,
  citations,
  toolCard,
  wireKinds,
  imageExfiltration,
  referenceLink,
  deceptiveLink,
  rawHtml,
  hiddenText,
  nesting,
  rateLimited,
  spendCapped,
  overloaded,
  unauthorized,
  invalidRequest,
  tooLarge,
  badGatewayHtml,
  errorMidStream,
  cut,
  cutQuietly,
  stall,
  refusal,
  refusalMid,
  maxTokens,
  maxTokensInTool,
]
