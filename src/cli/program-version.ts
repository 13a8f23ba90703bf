import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As the package says. */
export function programVersion(): string {
  const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
