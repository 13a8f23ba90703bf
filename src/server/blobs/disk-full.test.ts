import { readdir } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { smallDisk } from '../../../tests/support/small-disk.ts'
import { openFolderStore } from './folder-store.ts'
import { openStaging } from './staging.ts'
import { storageFaultOf } from './storage-fault.ts'

const disk = smallDisk('size=3m')
afterAll(() => disk?.release())

async function* endless(): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < 512; piece += 1) yield Buffer.alloc(65_536, piece)
}

describe.skipIf(!disk)('a full disk', () => {
  it('ends an upload with a sentence, stores nothing and keeps what was acknowledged', async () => {
    const blobs = await openFolderStore(disk?.folder ?? '')
    const staging = openStaging(blobs)
    const order = { id: 'big', expected: 512 * 65_536, onDurable: async () => undefined }
    const begun = await staging.append({ ...order, at: 0, source: [Buffer.alloc(1000, 1)] as never })
    const failure = await staging.append({ ...order, at: begun.size, source: endless() }).catch((error) => error)
    expect(storageFaultOf(failure)?.sentence).toContain('存储空间不足')
    expect(await readdir(disk?.folder ?? '')).toEqual(['staging'])
    expect(await blobs.stagedSize('big')).toBe(1000)
    expect(await blobs.freeBytes()).toBeGreaterThan(2_000_000)
    await blobs.close()
  })
})
