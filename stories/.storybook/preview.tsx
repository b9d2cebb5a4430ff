import type { Preview } from '@storybook/react-vite'
import '@glovebox/react/styles.css'
import { forgetForeignRequests } from '../foreignRequests.js'
import './preview.css'

const preview: Preview = {
  parameters: {
    // A violation fails the story's test.
    a11y: { test: 'error' },
    layout: 'padded',
    backgrounds: { disable: true },
  },
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: {
        title: 'Scheme',
        icon: 'circlehollow',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { scheme: 'light' },
  beforeEach: () => forgetForeignRequests(),
  decorators: [
    (Story, { globals }) => {
      // Fixed, so that a test's result does not depend on the reader's system.
      document.documentElement.dataset['scheme'] = globals['scheme'] === 'dark' ? 'dark' : 'light'
      return <Story />
    },
  ],
}

export default preview
