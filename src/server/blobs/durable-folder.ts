import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes the entries of a folder survive a power cut; a file's own fsync does not do that. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Folders whose entries this process has synced. */
const durable = new Set<string>()

/** Makes a folder and every missing folder above it, each entry synced. */
export async function makeDurableFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o750 })
  if (first === undefined) return syncFound(path)
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) await syncFolder(dirname(folder))
  durable.add(path)
}

/** One that stands there may have been made by a process that was stopped before its sync: once more, the first time. */
async function syncFound(path: string): Promise<void> {
  if (durable.has(path)) return
  const above = dirname(path)
  await syncFolder(above)
  await syncFolder(dirname(above)).catch((error: NodeJS.ErrnoException) => {
    // Above the store's own root others may have closed the folder.
    if (error.code !== 'EACCES') throw error
  })
  durable.add(path)
}
