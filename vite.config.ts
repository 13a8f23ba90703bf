import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = join(import.meta.dirname, 'src/desk')
const outDir = join(import.meta.dirname, 'dist/desk')

/** Writes each script and style beside itself compressed, so that the server never compresses while people wait. */
const compressed: Plugin = {
  name: 'zhaofa-compressed',
  apply: 'build',
  async writeBundle({ dir = outDir }, bundle) {
    const files = Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file))
    await Promise.all(files.map((file) => compress(join(dir, file))))
  },
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }))
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, quality))
}

/** Builds the desk into dist/desk; nothing is inlined, because the page's policy allows no inline script and no data: style. */
export default defineConfig({
  root,
  plugins: [react(), compressed],
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
})
