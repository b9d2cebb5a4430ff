/** Every string that Glovebox itself shows. Functions are given hosts and numbers, never raw text. */
export interface Labels {
  readonly openLink: string
  readonly linkGoesTo: string
  readonly open: string
  readonly copyAddress: string
  readonly copied: string
  readonly copyFailed: string
  readonly cancel: string
  readonly rememberHost: (host: string) => string
  readonly payloadNote: (characters: number) => string
  readonly userinfoNote: (host: string) => string
  readonly deceptiveNote: (host: string) => string
  readonly mixedScriptNote: string
  readonly loadImage: (host: string) => string
  readonly scrollableCode: string
  readonly scrollableTable: string
  readonly taskDone: string
  readonly taskOpen: string
  readonly plainRest: string
  readonly footnotes: string
  readonly backToReference: (reference: number) => string
  readonly thinking: string
  readonly redactedThinking: string
  readonly toolPreparing: (tool: string) => string
  readonly toolUsed: (tool: string) => string
  readonly toolInvalid: (tool: string) => string
  readonly toolTruncated: (tool: string) => string
  readonly toolFailed: (tool: string) => string
  readonly sources: string
  readonly searchResults: string
  readonly searchFailed: string
  readonly untitledSource: string
  readonly blockedAddress: string
  readonly unknownBlock: string
  readonly moreHidden: (count: number) => string
}

/** The English strings; `GloveboxProvider` takes any of them in another language. */
export const defaultLabels: Labels = Object.freeze<Labels>({
  openLink: 'Open this link?',
  linkGoesTo: 'It leaves this app and goes to:',
  open: 'Open',
  copyAddress: 'Copy address',
  copied: 'Address copied',
  copyFailed: 'The address could not be copied',
  cancel: 'Cancel',
  rememberHost: (host) => `Do not ask again for ${host} in this conversation`,
  payloadNote: (characters) =>
    `The address carries ${characters} characters after the host. They are sent along and may ` +
    'hold something from this conversation.',
  userinfoNote: (host) => `What stands before the @ is not the site. The site is ${host}.`,
  deceptiveNote: (host) => `The words of the link suggest another site. It goes to ${host}.`,
  mixedScriptNote: 'The name of the site mixes letters of several alphabets.',
  loadImage: (host) => `Load image from ${host}`,
  scrollableCode: 'Code',
  scrollableTable: 'Table',
  taskDone: 'Done',
  taskOpen: 'Not done',
  plainRest: 'The rest is too long or too deeply nested to format. It is shown as plain text.',
  footnotes: 'Footnotes',
  backToReference: (reference) => `Back to reference ${reference}`,
  thinking: 'Thinking',
  redactedThinking: 'A part of the thinking is not shown.',
  toolPreparing: (tool) => `Preparing ${tool} …`,
  toolUsed: (tool) => `Used ${tool}`,
  toolInvalid: (tool) => `The data for ${tool} did not have the expected form, so it is not shown.`,
  toolTruncated: (tool) => `The data for ${tool} is incomplete, so it is not shown.`,
  toolFailed: (tool) => `The card for ${tool} could not be drawn.`,
  sources: 'Sources',
  searchResults: 'Search results',
  searchFailed: 'The search gave no result.',
  untitledSource: 'Untitled source',
  blockedAddress: 'address blocked',
  unknownBlock: 'This part of the message cannot be shown here.',
  moreHidden: (count) => `and ${count} more hidden characters`,
})
