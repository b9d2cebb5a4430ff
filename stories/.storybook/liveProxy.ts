import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { claude } from './claude.js'

const claudeFile = fileURLToPath(new URL('./claude.ts', import.meta.url))

/**
 * Serves `/api/claude` on Vite's own server: in `storybook dev` and in the tests. The static build
 * has no server, and the stories say so.
 */
export function liveProxy(): Plugin {
  return {
    name: 'glovebox-live-proxy',
    configureServer(server) {
      server.middlewares.use('/api/claude', async (incoming, outgoing, next) => {
        try {
          // Through Vite, which reads the packages' sources: no build has to come first.
          const loaded = await server.ssrLoadModule(claudeFile)
          const answer: typeof claude = loaded['claude']
          await answer(incoming, outgoing)
        } catch (error) {
          next(error)
        }
      })
    },
  }
}
