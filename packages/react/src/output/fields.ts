import { judgeUrl, type Policy } from '@glovebox/markdown'
import * as z from 'zod'
import type { ZodCustomStringFormat, ZodString } from 'zod'
import { markdownCheck, urlFormat } from './fieldKind.js'

/**
 * A string that Claude writes as markdown: `OutputView` draws it by `SafeMarkdown`, while it grows too. Every other string is
 * shown as the plain text it is.
 */
export function untrustedMarkdown(): ZodString {
  return z.string().check(markdownCheck())
}

/**
 * A string that has to be an address which the policy lets a link have, the default policy unless told. `OutputView` draws it
 * as a link, judged again by the policy in force there; half of it is never shown.
 */
export function untrustedUrl(policy?: Policy): ZodCustomStringFormat {
  return z
    .stringFormat(urlFormat, (unsafeUrl) => judgeUrl(unsafeUrl, 'link', policy).ok)
    .meta({ format: 'uri' })
}
