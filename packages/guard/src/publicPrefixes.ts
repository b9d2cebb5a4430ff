/** A prefix by which a framework tells what may be read in browsers, and so writes it into bundles. */
type PublicPrefix = { readonly prefix: string; readonly source: string }

/** No two of them fit one name. */
export const publicPrefixes: readonly PublicPrefix[] = [
  {
    prefix: 'NEXT_PUBLIC_',
    source: 'https://nextjs.org/docs/app/guides/environment-variables',
  },
  { prefix: 'VITE_', source: 'https://vite.dev/guide/env-and-mode' },
  { prefix: 'RENDERER_VITE_', source: 'https://electron-vite.org/guide/env-and-mode' },
  {
    prefix: 'REACT_APP_',
    source: 'https://create-react-app.dev/docs/adding-custom-environment-variables/',
  },
  // SvelteKit, Astro and Rsbuild have the same one.
  { prefix: 'PUBLIC_', source: 'https://svelte.dev/docs/kit/$env-static-public' },
  { prefix: 'EXPO_PUBLIC_', source: 'https://docs.expo.dev/guides/environment-variables/' },
  {
    prefix: 'GATSBY_',
    source: 'https://www.gatsbyjs.com/docs/how-to/local-development/environment-variables/',
  },
  {
    prefix: 'NUXT_PUBLIC_',
    source: 'https://nuxt.com/docs/4.x/guide/going-further/runtime-config',
  },
  { prefix: 'VUE_APP_', source: 'https://cli.vuejs.org/guide/mode-and-env.html' },
  { prefix: 'STORYBOOK_', source: 'https://storybook.js.org/docs/configure/environment-variables' },
  { prefix: 'BUN_PUBLIC_', source: 'https://bun.com/docs/bundler/fullstack' },
  { prefix: 'WAKU_PUBLIC_', source: 'https://waku.gg/guides/environment-variables' },
  { prefix: 'PLASMO_PUBLIC_', source: 'https://docs.plasmo.com/framework/env' },
  { prefix: 'WXT_', source: 'https://wxt.dev/guide/essentials/config/environment-variables' },
  { prefix: 'REDWOOD_ENV_', source: 'https://docs.redwoodjs.com/docs/environment-variables' },
  { prefix: 'SANITY_STUDIO_', source: 'https://www.sanity.io/docs/studio/environment-variables' },
  { prefix: 'NG_APP_', source: 'https://github.com/chihab/ngx-env' },
  { prefix: 'RAZZLE_', source: 'https://razzlejs.org/docs/environment-variables' },
  {
    prefix: 'SNOWPACK_PUBLIC_',
    source: 'https://www.snowpack.dev/reference/environment-variables',
  },
]
