import { composeStories, setProjectAnnotations } from '@storybook/react-vite'
import preview from '../../../stories/.storybook/preview.js'

setProjectAnnotations([preview])

const files: Record<string, Parameters<typeof composeStories>[0]> = import.meta.glob(
  '../../../stories/*.stories.tsx',
  { eager: true },
)

/** How each story is drawn in this document and played, by the story's name. */
export const stories: ReadonlyMap<string, () => Promise<void>> = new Map(
  Object.entries(files).flatMap(([path, file]) => {
    const title = /([^/]+)\.stories\.tsx$/.exec(path)?.[1] ?? path
    const composed: Record<string, { run(): Promise<void> }> = composeStories(file)
    return Object.entries(composed).map(
      ([name, story]) => [`${title}/${name}`, () => story.run()] as const,
    )
  }),
)
