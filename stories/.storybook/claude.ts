import { createProxy } from '@glovebox/proxy'
import { createDemoUpstream } from '@glovebox/proxy/demo'
import { toNodeHandler } from '@glovebox/proxy/node'
import { showWeather } from '../../examples/chat/src/tools.js'

// A reader watches it stream; a test has nothing to gain from the pauses.
const double = createDemoUpstream({ speed: process.env['VITEST'] ? 0 : 1 })

/** The real proxy in front of the double of the Messages API. */
export const claude = toNodeHandler(
  createProxy({
    apiKey: 'demo',
    model: 'claude-sonnet-5',
    tools: [showWeather],
    origins: ['self'],
    dangerouslyAllowAnonymous: { because: 'the answers are scripted and no key is behind them' },
    limits: { requests: { count: 60, seconds: 60 } },
    upstream: { fetch: double.fetch },
  }),
)
