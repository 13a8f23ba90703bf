import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const SHEETS = ['tokens', 'base', 'frame', 'lists', 'letter', 'search', 'registers', 'verify', 'print']

/** All style sheets as one, under an address that changes with its content. */
export function readStyles(): { readonly path: string; readonly css: string } {
  const css = SHEETS.map((name) => readFileSync(join(import.meta.dirname, 'styles', `${name}.css`), 'utf8')).join('\n')
  const digest = createHash('sha256').update(css).digest('hex').slice(0, 12)
  return { path: `/styles-${digest}.css`, css }
}
