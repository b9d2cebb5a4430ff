import { defaultSchema } from 'rehype-sanitize'
import type { Schema } from 'hast-util-sanitize'
import { safeAttributes, safeTags } from './safeElements.js'

/**
 * rehype-sanitize's default, tightened. Addresses are judged by `judgeUrl` and ids are prefixed in
 * the policy step right behind it, which needs to see what was written to say why it goes.
 */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  tagNames: [...safeTags],
  attributes: safeAttributes,
  protocols: {},
  clobber: [],
  clobberPrefix: '',
  // Their content is a program or a sheet, not words.
  strip: ['script', 'style'],
  required: { input: { disabled: true, type: 'checkbox' } },
  allowComments: false,
  allowDoctypes: false,
}
