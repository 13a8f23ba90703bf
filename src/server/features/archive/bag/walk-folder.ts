import type { Dirent } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BagFinding, bagError } from '#domain/bagit/bag-finding.ts'
import type { BagFile } from '#domain/bagit/judge-bag.ts'

export type Walked = { readonly files: readonly BagFile[]; readonly findings: readonly BagFinding[] }

/** Every file below a folder, by path; links are not followed, since they may lead out of the bag. */
export async function walkFolder(root: string): Promise<Walked> {
  const files: BagFile[] = []
  const findings: BagFinding[] = []
  for await (const { entry, path } of entriesBelow(root, '')) {
    if (entry.isFile()) files.push({ path, size: (await stat(join(root, path))).size })
    else findings.push(bagError(entry.isSymbolicLink() ? LINK : STRANGE, path))
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { files, findings }
}

/** Everything but folders, which are gone through. */
async function* entriesBelow(root: string, below: string): AsyncGenerator<{ entry: Dirent; path: string }> {
  for await (const entry of await opendir(join(root, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* entriesBelow(root, path)
    else yield { entry, path }
  }
}

const LINK = '是符号链接，可能指到包外；包里只能有文件和文件夹。'
const STRANGE = '不是普通文件；包里只能有文件和文件夹。'
