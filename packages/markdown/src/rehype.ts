import type { Root } from 'hast'
import { defaultPolicy } from './defaultPolicy.js'
import type { Policy } from './policy.js'
import { sanitizeTree, type SanitizeOptions } from './sanitize.js'

/**
 * The sanitize-and-policy step as a rehype plugin; use it last. Both `[[rehypeGlovebox, policy]]` and
 * `[rehypeGlovebox(policy)]` are the step.
 */
export function rehypeGlovebox(
  policy: Policy = defaultPolicy,
  options: SanitizeOptions = {},
): RehypeStep {
  function step(): (tree: Root) => Root
  function step(tree: Root): Root
  function step(tree?: Root): Root | ((tree: Root) => Root) {
    // unified calls whatever stands in its list without a tree, and takes what comes back as the step.
    return tree === undefined ? step : sanitizeTree(tree, policy, options)
  }
  return step
}

/** The step, and a plugin that is this step. */
interface RehypeStep {
  (): (tree: Root) => Root
  (tree: Root): Root
}
