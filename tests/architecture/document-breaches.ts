import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { projectFiles, ROOT, read } from './source-files.ts'

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g

/** Links of our Markdown that lead to no file. */
export function linkBreaches(): string[] {
  return projectFiles()
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => deadLinks(path, read(path)))
}

export function deadLinks(path: string, text: string): string[] {
  return [...text.matchAll(LINK)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
    .filter((link) => !existsSync(join(ROOT, normalize(join(dirname(path), decodeURI(link))))))
    .map((link) => `${path} links to ${link}, which does not exist`)
}

type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

/** Direct dependencies that no decision names in one line with its licence. */
export function dependencyBreaches(): string[] {
  const manifest = JSON.parse(read('package.json')) as Manifest
  const names = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((key) =>
    Object.keys(manifest[key] ?? {}),
  )
  const lines = projectFiles()
    .filter((path) => /^docs\/decisions\/.+\.md$/.test(path))
    .flatMap((path) => read(path).split('\n'))
  return names
    .filter((name) => !lines.some((line) => line.includes(`\`${name}\``) && LICENCE.test(line)))
    .map(
      (name) =>
        `${name}: each dependency carries weight; say in docs/decisions, in one line, for what and under which licence`,
    )
}

const LICENCE =
  /\b(MIT|ISC|0BSD|BSD-\d-Clause|Apache-2\.0|MPL-2\.0|EPL-2\.0|OFL-1\.1|PostgreSQL|BlueOak-1\.0\.0|Unlicense|CC0-1\.0)\b/

/** A lock file that names where it was made would send everybody there. */
export function lockBreaches(): string[] {
  return read('package-lock.json')
    .split('\n')
    .flatMap((line, index) =>
      /^\s*"resolved":/.test(line) ? [`package-lock.json:${index + 1} names a host; see .npmrc`] : [],
    )
}

// Written apart, so that this file does not hold what it forbids.
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: new RegExp(`(^|[^\\w.])/${'work'}/`), why: 'a path of one machine means nothing on another' },
  { pattern: new RegExp(`registry\\.npm${'js'}\\.org`), why: 'which registry is used is the affair of the place' },
]
const BINARY = /\.(png|jpe?g|gif|webp|ico|pdf|ttf|otf|woff2?|zip|gz|mp3|mp4|wav|webm|xlsx)$/

/** Words that tie the project to one machine or place. */
export function wordBreaches(): string[] {
  return projectFiles()
    .filter((path) => !BINARY.test(path))
    .flatMap((path) => forbiddenWords(path, read(path)))
}

export function forbiddenWords(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      FORBIDDEN.filter(({ pattern }) => pattern.test(line)).map(({ why }) => `${path}:${index + 1}: ${why}`),
    )
}
