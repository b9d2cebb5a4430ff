// Before all that makes a schema. The stories have a file of their own, since a glob's imports come first in theirs.
import './withoutEval.js'
import { stories } from './stories.js'

declare global {
  interface Window {
    /** What the test calls. */
    readonly stories: { readonly names: readonly string[]; play(name: string): Promise<void> }
  }
}

Object.assign(window, {
  stories: {
    names: [...stories.keys()],
    play: async (name: string) => stories.get(name)?.(),
  },
})
