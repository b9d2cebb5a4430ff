export { SafeReactMarkdown, type SafeReactMarkdownProps } from './SafeReactMarkdown.js'
