import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobSoundness, BlobStore } from './blob-store.ts'
import type { DigestThreads } from './digest-threads.ts'
import { openDigestThreads } from './digest-threads.ts'
import { makeDurableFolder, syncFolder } from './durable-folder.ts'
import { openNamedFolder } from './named-files.ts'
import { sha256OfStream } from './sha256-of-stream.ts'
import { openStagedFile } from './staged-file.ts'

/** Also for others, whom the folders above keep out: a program without rights reads a file that was opened for it. */
export const BLOB_MODE = 0o444

/** Blobs under `<root>/ab/cd/<sha256>`, arriving files under `<root>/staging/<id>`: one file system, so a move is a rename. */
export async function openFolderStore(root: string, digests: DigestThreads = openDigestThreads()): Promise<BlobStore> {
  const staging = join(root, 'staging')
  await makeDurableFolder(staging)
  const stagedPath = (id: string): string => join(staging, checkedId(id))
  const blobPath = (sha256: string): string => join(blobFolder(root, sha256), sha256)
  return {
    digests,
    named: openNamedFolder(root),
    openStaged: (id) => openStagedFile(stagedPath(id)),
    stagedSize: (id) => sizeOf(stagedPath(id)),
    stagedIds: (before) => untouchedSince(staging, before),
    discardStaged: (id) => rm(stagedPath(id), { force: true }),
    keepStaged: (id, sha256) => keep(stagedPath(id), blobFolder(root, sha256), sha256),
    has: async (sha256) => (await sizeOf(blobPath(sha256))) !== undefined,
    async stat(sha256) {
      const size = await sizeOf(blobPath(sha256))
      return size === undefined ? undefined : { size }
    },
    openRange: (sha256, range) => createReadStream(blobPath(sha256), { ...range, highWaterMark: 256 * 1024 }),
    openLocal: (sha256) => open(blobPath(sha256), 'r'),
    verify: (sha256) => verify(blobPath(sha256), sha256),
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(root)
      return bavail * bsize
    },
    close: () => digests.close(),
  }
}

function blobFolder(root: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256 digest')
  return join(root, sha256.slice(0, 2), sha256.slice(2, 4))
}

/** Ids become file names, so nothing but letters, digits and hyphens may pass. */
function checkedId(id: string): string {
  if (!/^[0-9A-Za-z-]{1,64}$/.test(id)) throw new TypeError('not an upload id')
  return id
}

async function untouchedSince(folder: string, before: Date): Promise<string[]> {
  const names = await readdir(folder)
  const times = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)))
  return names.filter((_name, index) => (times[index]?.mtime ?? before) < before)
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function keep(staged: string, folder: string, sha256: string): Promise<'stored' | 'known'> {
  const target = join(folder, sha256)
  const [stagedSize, knownSize] = await Promise.all([sizeOf(staged), sizeOf(target)])
  if (stagedSize === undefined && knownSize === undefined) throw new Error(`staged file of blob ${sha256} is gone`)
  if (stagedSize === undefined || stagedSize === knownSize) {
    // Whoever named it may have been stopped before the name was durable.
    await makeDurableFolder(folder)
    await syncFolder(folder)
    await rm(staged, { force: true })
    return 'known'
  }
  await seal(staged)
  await makeDurableFolder(folder)
  // A stored file of another length is damaged, since the digest just computed is the name; it is kept for whoever looks into it.
  if (knownSize !== undefined) await rename(target, `${target}.damaged-${knownSize}`)
  await rename(staged, target)
  await syncFolder(folder)
  return 'stored'
}

/** Read-only before it gets its name, and synced: a blob is never seen half-written. */
async function seal(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.chmod(BLOB_MODE)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function verify(path: string, sha256: string): Promise<BlobSoundness> {
  if ((await sizeOf(path)) === undefined) return 'missing'
  const found = await sha256OfStream(createReadStream(path, { highWaterMark: 1024 * 1024 }))
  return found === sha256 ? 'sound' : 'altered'
}
