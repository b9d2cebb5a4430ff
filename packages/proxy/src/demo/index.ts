export { createDemoUpstream } from './createDemoUpstream.js'
export type { DemoStats, DemoUpstream, DemoUpstreamOptions } from './createDemoUpstream.js'
export type { DemoChunking } from './chunking.js'
export type { DemoServer } from './serve.js'
export type {
  DemoBlock,
  DemoEnding,
  DemoFailure,
  DemoMessage,
  DemoPart,
  DemoReply,
  DemoScript,
  DemoTextPart,
  DemoWireError,
} from './script.js'
export { defaultScript } from './scripts/default.js'
export { demoScripts } from './scripts/index.js'
