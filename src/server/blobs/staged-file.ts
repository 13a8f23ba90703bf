import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { StagedFile } from './blob-store.ts'
import { syncFolder } from './durable-folder.ts'

/** Opens or makes the file; its name is synced once, so that a resume after a power cut finds it. */
export async function openStagedFile(path: string): Promise<StagedFile> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o640)
  await syncFolder(dirname(path))
  return {
    size: async () => (await file.stat()).size,
    async write(bytes, at) {
      // A write may be short (a disk nearly full); the next one then says why.
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
        done += bytesWritten
      }
    },
    truncate: (size) => file.truncate(size),
    sync: () => file.sync(),
    read: async (target, at) => (await file.read(target, 0, target.length, at)).bytesRead,
    close: () => file.close(),
  }
}
