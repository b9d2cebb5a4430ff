// Builds Storybook, and has the guard read all that this project's own builds give to a browser.
import { root, run } from '../run.mjs'

const storybook = ['--config-dir', 'stories/.storybook', '--output-dir', 'stories/dist']
run('storybook', ['build', '--quiet', '--disable-telemetry', ...storybook])
run(process.execPath, [
  `${root}packages/guard/dist/cli.js`,
  'examples/chat/dist/client',
  'stories/dist',
])
