import { posix } from 'node:path'
import { read } from './source-files.ts'

export type Import = {
  readonly from: string
  readonly line: number
  /** A path from the root for our own files, else the name of a package. */
  readonly to: string
  readonly isOwn: boolean
  readonly isTypeOnly: boolean
}

// Template strings with an expression are not resolved; the import table names who may load what it cannot name.
const STATEMENT =
  /(?:^|[\n;])\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"`]([^'"`$]+)['"`]\s*\)/g

/** All imports of a file: static, re-exporting and `import()`. */
export function importsOf(path: string, text: string = read(path)): Import[] {
  return [...text.matchAll(STATEMENT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? ''
    const start = match.index + match[0].search(/\S/)
    return {
      from: path,
      line: text.slice(0, start).split('\n').length,
      isTypeOnly: Boolean(match[1]),
      ...target(path, specifier),
    }
  })
}

function target(from: string, specifier: string): { to: string; isOwn: boolean } {
  if (specifier.startsWith('.')) return { to: posix.join(posix.dirname(from), specifier), isOwn: true }
  if (specifier.startsWith('#')) return { to: `src/${specifier.slice(1)}`, isOwn: true }
  return { to: packageOf(specifier), isOwn: false }
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*'
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}
