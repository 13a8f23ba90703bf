// Builds the offline verifier, one HTML file without any address in it, into dist/verifier/verify.html.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const PAGE = join(ROOT, 'src/verifier/page')
const TARGET = join(ROOT, 'dist/verifier')
const DIGEST = join(PAGE, 'page.sha256')

if (import.meta.main) {
  mkdirSync(TARGET, { recursive: true })
  const page = await buildVerifier()
  writeFileSync(join(TARGET, 'verify.html'), page)
  // Stands in the source, where everybody can read it: `log scrub` compares the page that is handed out with it.
  if (process.argv.includes('--digest')) writeFileSync(DIGEST, `${createHash('sha256').update(page).digest('hex')}\n`)
}

/** The whole page: script and style inline, allowed by their digests, and everything else forbidden. */
export async function buildVerifier(): Promise<string> {
  const script = await bundle()
  const style = readFileSync(join(PAGE, 'page.css'), 'utf8')
  if (/<\/(script|style)|<!--/i.test(script + style)) throw new Error('the bundle would end its own element')
  const page = readFileSync(join(PAGE, 'page.html'), 'utf8')
  return [
    ['content="policy"', `content="${policyOf(script, style)}"`],
    ['<!--style-->', `<style>${style}</style>`],
    ['<!--script-->', `<script>${script}</script>`],
  ].reduce((whole, [place = '', text = '']) => putInto(whole, place, text), page)
}

function putInto(page: string, place: string, text: string): string {
  if (page.split(place).length !== 2) throw new Error(`the page has no single ${place}`)
  return page.replace(place, () => text)
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root: PAGE,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: join(PAGE, 'page.ts'), output: { format: 'iife', entryFileNames: 'page.js' } },
    },
  })
  const [only, ...others] = Array.isArray(built)
    ? built.flatMap(({ output }) => output)
    : 'output' in built
      ? built.output
      : []
  if (only?.type !== 'chunk' || others.length > 0) throw new Error('the verifier is one script and nothing beside it')
  return only.code
}

function policyOf(script: string, style: string): string {
  const digestOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    `script-src ${digestOf(script)}`,
    `style-src ${digestOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}
