import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeDurableFolder, syncFolder } from './durable-folder.ts'

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

/** Small files under names beside the blobs: the record log and what is public. Names are paths of `a-z`, `0-9`, `.`, `-`. */
export type NamedFiles = {
  read(name: string): Promise<Uint8Array | undefined>
  /** Keeps files that never change; returns when they survive a power cut. Throws when a name holds other bytes already. */
  keep(files: readonly NamedFile[]): Promise<void>
  /** Replaces the one file that does change, whole or not at all. */
  replace(file: NamedFile): Promise<void>
  /** Removes a file, or a folder with what is in it where the store knows folders; nothing happens when there is none. */
  remove(name: string): Promise<void>
}

/** A file that never changes holds something else than what belongs there. */
export class AlteredFileError extends Error {
  readonly file: string
  constructor(file: string) {
    super(`${file} holds other bytes than were written`)
    this.file = file
  }
}

const NAME = /^[a-z0-9-][a-z0-9.-]*(\/[a-z0-9-][a-z0-9.-]*)*$/

/** Names may come out of a web address: nothing may lead out of the folder. */
export function checkedName(name: string): string {
  if (!NAME.test(name) || name.length > 200) throw new TypeError('not a name of a file')
  return name
}

/** The files under a folder; each is written beside its place, synced and then renamed. */
export function openNamedFolder(root: string): NamedFiles {
  const pathOf = (name: string): string => join(root, checkedName(name))
  const read = (name: string) => readIfThere(pathOf(name))
  return {
    read,
    async keep(files) {
      const missing = await findMissing(read, files)
      await writeAll(missing.map(({ name, bytes }) => ({ path: pathOf(name), bytes })))
    },
    replace: ({ name, bytes }) => writeAll([{ path: pathOf(name), bytes }]),
    remove: (name) => rm(pathOf(name), { recursive: true, force: true }),
  }
}

/** The files that are not there yet; throws an AlteredFileError for one that is there otherwise. */
export async function findMissing(
  read: NamedFiles['read'],
  files: readonly NamedFile[],
): Promise<readonly NamedFile[]> {
  const found = await Promise.all(files.map(({ name }) => read(name)))
  return files.filter(({ name, bytes }, at) => {
    const known = found[at]
    if (known && Buffer.compare(known, bytes) !== 0) throw new AlteredFileError(name)
    return known === undefined
  })
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined
    throw error
  }
}

async function writeAll(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const folders = [...new Set(files.map(({ path }) => dirname(path)))]
  // One after another: two that make the same parent folder must not both miss its sync.
  for (const folder of folders) await makeDurableFolder(folder)
  await Promise.all(files.map(({ path, bytes }) => writeOne(path, bytes)))
  await Promise.all(folders.map(syncFolder))
}

async function writeOne(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.new`
  try {
    const handle = await open(unfinished, 'wx', 0o640)
    try {
      await handle.writeFile(bytes)
      await handle.datasync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
