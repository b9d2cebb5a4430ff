import type { Root } from 'hast'

declare const safeTree: unique symbol
declare const safeUrl: unique symbol

/** A hast tree made only of elements and attributes the policy allows. Minted by `sanitizeTree`. */
export type SafeTree = Root & { readonly [safeTree]: true }

/** A serialised absolute address (or an in-page `#…`) the policy allows. Minted by `judgeUrl`. */
export type SafeUrl = string & { readonly [safeUrl]: true }
