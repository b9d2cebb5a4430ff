import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  build: {
    outDir: 'dist/client',
    // The icon belongs to the page alone.
    copyPublicDir: isSsrBuild !== true,
    // The page's Content-Security-Policy allows no inline code and no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // The server's bundle holds our own files; packages stay where npm puts them.
  ssr: { external: ['@glovebox/proxy', '@glovebox/schema', 'zod'] },
  // `npm start` in one terminal, `npm run dev` in another.
  server: { port: 5183, proxy: { '/api': 'http://127.0.0.1:5173' } },
}))
