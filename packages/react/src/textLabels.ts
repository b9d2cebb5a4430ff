/** The strings that a drawn text shows. Functions are given hosts, schemes and numbers, never raw text. */
export interface TextLabels {
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
  readonly lettersNote: (unicodeHost: string) => string
  readonly mailNote: (recipients: number) => string
  readonly programNote: (scheme: string) => string
  readonly loadImage: (host: string) => string
  readonly imageFailed: string
  readonly scrollableCode: string
  readonly scrollableTable: string
  readonly taskDone: string
  readonly taskOpen: string
  readonly plainRest: string
  readonly plainParts: string
  readonly footnotes: string
  readonly backToReference: (reference: number) => string
}

/** The same in English. */
export const textLabels: TextLabels = {
  openLink: 'Open this link?',
  linkGoesTo: 'It leaves this app and goes to:',
  open: 'Open',
  copyAddress: 'Copy address',
  copied: 'Address copied',
  copyFailed: 'The address could not be copied',
  cancel: 'Cancel',
  rememberHost: (host) => `Do not ask again for ${host} in this conversation`,
  payloadNote: (characters) =>
    `The address carries ${characters} characters of data. They are sent along and may hold ` +
    'something from this conversation.',
  userinfoNote: (host) => `What stands before the @ is not the site. The site is ${host}.`,
  deceptiveNote: (host) => `The words of the link suggest another site. It goes to ${host}.`,
  mixedScriptNote: 'The name of the site mixes letters of several alphabets.',
  lettersNote: (unicodeHost) => `In its own letters the site is called ${unicodeHost}.`,
  mailNote: (recipients) => `It fills in a mail. Addresses it goes to: ${recipients}.`,
  programNote: (scheme) => `It starts a program on your device, by “${scheme}:”.`,
  loadImage: (host) => `Load image from ${host}`,
  imageFailed: 'The image could not be loaded.',
  scrollableCode: 'Code',
  scrollableTable: 'Table',
  taskDone: 'Done',
  taskOpen: 'Not done',
  plainParts:
    'Parts of this are too many or too deeply nested to format. They are shown as plain text.',
  plainRest: 'The rest is too long or too deeply nested to format. It is shown as plain text.',
  footnotes: 'Footnotes',
  backToReference: (reference) => `Back to reference ${reference}`,
}
