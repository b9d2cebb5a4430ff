/** The strings that a message shows around its texts. */
export interface MessageLabels {
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
}

/** The same in English. */
export const messageLabels: MessageLabels = {
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
}
