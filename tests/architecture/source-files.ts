import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

/** Every file that is, or is about to be, part of the project: paths from its root with forward slashes. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT })
  return [...new Set(listed.toString('utf8').split('\0'))].filter((path) => path && existsSync(join(ROOT, path))).sort()
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** TypeScript that people write, below the given folders. */
export function sources(...folders: readonly string[]): string[] {
  return projectFiles().filter(
    (path) => /\.tsx?$/.test(path) && folders.some((folder) => path.startsWith(`${folder}/`)),
  )
}
