// Stores bytes and says so; also a process of its own: node store-once.ts <folder> <blob|named> <length>.
import { openFolderStore } from '#server/blobs/folder-store.ts'
import { openStaging } from '#server/blobs/staging.ts'
import { contentOf, NAMED, STAGED } from './stored-content.ts'

/** Answers "stored", or "refused" with the code of what stopped it. */
export async function storeOnce(folder: string, kind: 'blob' | 'named', length: number): Promise<string> {
  try {
    await (kind === 'blob' ? storeBlob(folder, contentOf(length)) : storeNamed(folder, contentOf(length)))
    return 'stored'
  } catch (error) {
    return `refused ${(error as NodeJS.ErrnoException).code}`
  }
}

/** Two appends, as an upload in two pieces: the second one cuts back what lies behind the first. */
async function storeBlob(folder: string, content: Buffer): Promise<void> {
  const blobs = await openFolderStore(folder)
  const staging = openStaging(blobs)
  const append = (at: number, bytes: Uint8Array) =>
    staging.append({
      id: STAGED,
      at,
      source: pieceOf(bytes),
      expected: content.length,
      onDurable: async () => undefined,
    })
  const half = content.length >> 1
  for (const { cut } of [await append(0, content.subarray(0, half)), await append(half, content.subarray(half))]) {
    if (cut !== undefined) throw cut
  }
  const { sha256 } = await staging.finish(STAGED, content.length)
  await blobs.keepStaged(STAGED, sha256)
  await blobs.close()
}

async function* pieceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function storeNamed(folder: string, content: Buffer): Promise<void> {
  const blobs = await openFolderStore(folder)
  await blobs.named.keep([{ name: NAMED, bytes: content }])
  await blobs.close()
}

if (import.meta.main) {
  const [folder = '', kind, length = '0'] = process.argv.slice(2)
  process.stdout.write(await storeOnce(folder, kind === 'blob' ? 'blob' : 'named', Number(length)))
}
