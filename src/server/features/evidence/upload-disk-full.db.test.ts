import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { evidenceFixture } from '../../../../tests/support/evidence-fixture.ts'
import { photo, sha256Of, uploadsOf } from '../../../../tests/support/evidence-uploads.ts'
import { smallDisk } from '../../../../tests/support/small-disk.ts'
import { append, offsetOf, problemIn } from '../../../../tests/support/tus-exchange.ts'

const disk = smallDisk('size=8m')
const folder = disk?.folder ?? ''
afterAll(() => disk?.release())

describe.skipIf(!disk)('an upload on a full disk', () => {
  it('is refused before it begins, or with a sentence when the disk fills up meanwhile, and goes on afterwards', async () => {
    const fixture = await evidenceFixture(folder)
    const server = await fixture.serve()
    const [{ cookie }] = fixture.officials
    const uploads = uploadsOf(fixture, fixture.officials[0], () => server)
    try {
      expect(problemIn(await uploads.open(9_000_000))).toMatchObject({ status: 507, code: 'storage-full' })

      const bytes = photo(5_000_000)
      const { url } = await uploads.open(bytes.length)
      await append({ url, cookie, at: 0, body: bytes.subarray(0, 1_000_000) })
      await writeFile(join(folder, 'other'), Buffer.alloc(6_000_000))
      const reply = await append({ url, cookie, at: 1_000_000, body: bytes.subarray(1_000_000) })
      expect(reply?.status).toBe(507)
      expect(problemIn(reply).detail).toContain('存储空间不足，文件没有存入')
      expect((await readdir(folder)).toSorted()).toEqual(['other', 'staging'])
      expect(await offsetOf(url, cookie)).toBe(1_000_000)

      await rm(join(folder, 'other'))
      await append({ url, cookie, at: 1_000_000, body: bytes.subarray(1_000_000) })
      expect(await uploads.row(url)).toMatchObject({ state: 'finished', sha256: sha256Of(bytes) })
    } finally {
      await server.close()
      await fixture.drop()
    }
  })
})
