import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, 'src/desk')

/** Builds the desk into dist/desk; nothing is inlined, because the page's policy allows no inline script and no data: style. */
export default defineConfig({
  root,
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist/desk'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
})
