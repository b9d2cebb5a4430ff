import type { Root } from 'hast'
import { defaultPolicy } from './defaultPolicy.js'
import type { Policy } from './policy.js'
import { sanitizeTree, type SanitizeOptions } from './sanitize.js'

/** The sanitize-and-policy step as a rehype plugin; use it last. */
export function rehypeGlovebox(
  policy: Policy = defaultPolicy,
  options: SanitizeOptions = {},
): (tree: Root) => Root {
  return (tree) => sanitizeTree(tree, policy, options)
}
