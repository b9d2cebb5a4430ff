/** What may be drawn, loaded and followed. Frozen; made by `definePolicy`. */
export interface Policy {
  /** The app's own origin, `https://app.example`; `'self'` rules and relative links need it. */
  readonly origin: string | undefined
  readonly links: LinkPolicy
  readonly images: ImagePolicy
  /** `subset` draws a few tags without attributes, `text` shows every tag as written. */
  readonly html: 'subset' | 'text'
  /** `reveal` marks hidden characters, `remove` drops them; both report them. */
  readonly hidden: 'reveal' | 'remove'
  readonly limits: Limits
}

/** Which links stay links, and which ask the reader first. */
export interface LinkPolicy {
  readonly allow: 'any' | readonly UrlRule[]
  readonly schemes: readonly LinkScheme[]
  /** `foreign` asks before a link that leaves `origin` and `allow`, `always` before every link. */
  readonly confirm: 'foreign' | 'always' | 'never'
}

/** Which images load without a question, and what becomes of the others. */
export interface ImagePolicy {
  readonly allow: readonly UrlRule[]
  /** `ask` keeps the judged address for a button, `text` only the words, `drop` nothing. */
  readonly otherwise: 'ask' | 'text' | 'drop'
}

/** `'self'`, or an origin with an optional path: `https://*.example.com/img/`; for images also `'data:'`. */
export type UrlRule = string

/**
 * A scheme a link may have. Applications' own (`vscode`) start a program, so that each has to be named and is asked
 * about. What runs code or reads files (`javascript`, `data`, `file` …) cannot be allowed.
 */
export type LinkScheme = 'http' | 'https' | 'mailto' | 'tel' | (string & {})

/** Where the work on one text ends. What lies beyond is shown as plain text and reported. */
export interface Limits {
  /** Characters (UTF-16 units) read as markdown. */
  readonly length: number
  /** Nested quotes and lists, and nested elements of the tree. */
  readonly depth: number
  /** Nodes of the tree. */
  readonly nodes: number
  /** Links and images. */
  readonly links: number
  /** Characters of one address. */
  readonly urlLength: number
  /** Characters of an image that stands in its address, where `images.allow` has `data:`. */
  readonly dataUrlLength: number
  /** Lines read as markdown; deeply nested or heavily marked lines count for more than one. */
  readonly lines: number
  /** Marks (`*`, `_`, `[`, `` ` ``, `<`, …) in one run of lines without a blank line. */
  readonly delimiters: number
  /** Cells in one row of a table. */
  readonly cells: number
}

/** Changes to the default policy; whatever is left out stays as it is. */
export interface PolicyChanges {
  readonly origin?: string | undefined
  readonly links?: Partial<LinkPolicy>
  readonly images?: Partial<ImagePolicy>
  readonly html?: Policy['html']
  readonly hidden?: Policy['hidden']
  readonly limits?: Partial<Limits>
}
