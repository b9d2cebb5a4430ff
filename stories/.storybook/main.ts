import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'
import { liveProxy } from './liveProxy.js'

/** The workspace's packages resolve to their sources, so that Storybook needs no build of them. */
const source = '@glovebox/source'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../*.stories.tsx'],
  addons: ['@storybook/addon-vitest', '@storybook/addon-a11y'],
  // Nothing of this Storybook asks another host for anything.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (viteConfig) =>
    mergeConfig(viteConfig, {
      plugins: [liveProxy()],
      resolve: { conditions: [source, 'module', 'browser', 'development|production'] },
      ssr: { resolve: { conditions: [source, 'node', 'development|production'] } },
    }),
}

export default config
