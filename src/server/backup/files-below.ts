import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Plain files below a folder, as paths from it. What goes away meanwhile is left out; so are links, and names ending in `.new`,
 * which are being written.
 */
export async function* filesBelow(root: string, skip: (path: string) => boolean, below = ''): AsyncGenerator<string> {
  for (const entry of await entriesOf(join(root, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (!skip(path)) yield* filesOf(root, skip, path, entry)
  }
}

async function* filesOf(root: string, skip: (path: string) => boolean, path: string, entry: Dirent) {
  if (entry.isDirectory()) yield* filesBelow(root, skip, path)
  else if (entry.isFile() && !path.endsWith('.new')) yield path
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
