import { defineConfig } from 'vitest/config'

// The workspace's packages resolve to their sources through this condition of their exports maps.
const resolve = { conditions: ['@glovebox/source', 'module', 'browser', 'development|production'] }
const ssr = { resolve: { conditions: ['@glovebox/source', 'node', 'development|production'] } }

/** Speed is asserted as work: a slow machine may take its time for a law over many texts. */
const testTimeout = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          testTimeout,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx'],
          testTimeout,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'attacks',
          environment: 'node',
          include: ['test/attacks/**/*.attack.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      './stories/vitest.config.ts',
    ],
  },
})
