import { parseMarkdown, type Finding, type Policy } from '@glovebox/markdown'
import type { Options } from 'react-markdown'

type Plugins = NonNullable<Options['remarkPlugins']>

/** What a plugin is attached to, as far as it is needed. */
interface Processor {
  parser?: unknown
  readonly data: () => object
}

/** Where the drawing of a text is: what fails while it is not parsed is code of the app. */
export interface Stage {
  isParsing: boolean
}

/** What a text is read with. */
export interface OwnReading {
  readonly policy: Policy
  readonly streaming: boolean
  readonly stage: Stage
  readonly onFinding: (finding: Finding) => void
}

/** Plugins around an app's own, and what they came to. */
export interface OwnParser {
  readonly before: Plugins
  readonly behind: Plugins
  /** Our parser has read the text; known once the text is read. */
  readonly hasRead: () => boolean
}

/**
 * Reads with our own parser in place of remark's, which gives the same tree, in a time that no text can raise, and
 * decodes named references without `innerHTML`, which Trusted Types forbid. Where an app's plugin adds syntax, or another
 * parser, remark's own reads.
 */
export function createOwnParser({ policy, streaming, stage, onFinding }: OwnReading): OwnParser {
  let remarkParser: unknown
  let hasRead = false

  function remember(this: Processor): void {
    remarkParser = this.parser
  }

  function replace(this: Processor): void {
    const { parser } = this
    if (parser === remarkParser && !addsSyntax(this)) {
      this.parser = (document: unknown) => {
        hasRead = true
        return parseMarkdown(String(document), { limits: policy.limits, streaming, onFinding })
      }
    } else if (parser === remarkParser && isParser(parser)) {
      this.parser = (document: unknown, file: unknown) => {
        stage.isParsing = true
        const tree = parser(document, file)
        stage.isParsing = false
        return tree
      }
    }
  }
  return { before: [remember], behind: [replace], hasRead: () => hasRead }
}

function isParser(parser: unknown): parser is (document: unknown, file: unknown) => unknown {
  return typeof parser === 'function'
}

/** remark-gfm is one extension of the syntax, and our parser reads what it reads. */
function addsSyntax(processor: Processor): boolean {
  const { micromarkExtensions } = processor.data() as { readonly micromarkExtensions?: unknown }
  return Array.isArray(micromarkExtensions) && micromarkExtensions.length > 1
}
