import type { ProxyConfig } from '@glovebox/proxy'
import { createDemoUpstream } from '@glovebox/proxy/demo'

/** The part of the proxy's configuration that says where Claude is, and the same in words. */
export interface Upstream {
  readonly apiKey: ProxyConfig['apiKey']
  readonly model: string
  readonly upstream: NonNullable<ProxyConfig['upstream']>
  readonly description: string
}

/**
 * Gives Claude where `ANTHROPIC_API_KEY` is set, and the built-in double otherwise. `ANTHROPIC_MODEL` names the model,
 * `ANTHROPIC_BASE_URL` another address of the API; `DEMO_SPEED` is the double's pace, 1 by default, 0 without pauses.
 */
export function chooseUpstream(environment: NodeJS.ProcessEnv): Upstream {
  const key = environment['ANTHROPIC_API_KEY']
  const model = environment['ANTHROPIC_MODEL'] || 'claude-sonnet-5'
  if (!key) {
    const double = createDemoUpstream({ speed: Number(environment['DEMO_SPEED'] ?? 1) })
    return {
      apiKey: 'demo',
      model,
      upstream: { fetch: double.fetch },
      description: 'scripted answers from the built-in double; set ANTHROPIC_API_KEY for Claude',
    }
  }
  const baseUrl = environment['ANTHROPIC_BASE_URL']
  return {
    apiKey: () => environment['ANTHROPIC_API_KEY'] ?? '',
    model,
    upstream: baseUrl ? { baseUrl } : {},
    description: `Claude, model ${model}`,
  }
}
