import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlobStore } from './blob-store.ts'
import { openFolderStore } from './folder-store.ts'
import { openBlobStore } from './open-blob-store.ts'
import { storeBytes } from './store-bytes.ts'

let root: string
let blobs: BlobStore

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhaofa-blobs-'))
  blobs = await openFolderStore(root)
})

afterAll(async () => {
  await blobs.close()
  await rm(root, { recursive: true, force: true })
})

const NOBODY = 65_534

const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
const opensslKnowsSm3 = ((): boolean => {
  try {
    return execFileSync('openssl', ['dgst', '-sm3'], { input: 'abc' }).toString().includes('66c7f0f4')
  } catch {
    return false
  }
})()

describe('the folder store', () => {
  it('names a blob by its SHA-256 and makes it read-only', async () => {
    const bytes = Buffer.from('现场笔录')
    const { sha256 } = await storeBytes(blobs, 'a-1', bytes)
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect((await stat(pathOf(sha256))).mode & 0o777).toBe(0o444)
    expect(await buffer(blobs.openRange(sha256))).toEqual(bytes)
    expect(await blobs.stat(sha256)).toEqual({ size: bytes.length })
  })

  it('computes the SM3 of GB/T 32905 (sample "abc")', async () => {
    const { sm3 } = await storeBytes(blobs, 'a-2', Buffer.from('abc'))
    expect(sm3).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })

  it.skipIf(!opensslKnowsSm3)('computes the SM3 that openssl computes', async () => {
    const bytes = Buffer.from('证'.repeat(700_000))
    const { sm3 } = await storeBytes(blobs, 'a-3', bytes)
    expect(execFileSync('openssl', ['dgst', '-sm3'], { input: bytes }).toString()).toContain(sm3)
  })

  it('stores the same bytes once and leaves no staged file', async () => {
    const bytes = Buffer.from('同一份证据')
    const first = await storeBytes(blobs, 'b-1', bytes)
    const { ino } = await stat(pathOf(first.sha256))
    const second = await storeBytes(blobs, 'b-2', bytes)
    expect(second).toEqual(first)
    expect((await stat(pathOf(first.sha256))).ino).toBe(ino)
    expect(await readdir(join(root, 'staging'))).toEqual([])
  })

  it('finishes a move that was interrupted after the rename', async () => {
    const { sha256 } = await storeBytes(blobs, 'c-1', Buffer.from('重复完成'))
    expect(await blobs.keepStaged('c-1', sha256)).toBe('known')
    await expect(blobs.keepStaged('c-1', 'f'.repeat(64))).rejects.toThrow('is gone')
  })

  it('notices one changed byte and a missing blob', async () => {
    const { sha256 } = await storeBytes(blobs, 'd-1', Buffer.from('原始录音'))
    expect(await blobs.verify(sha256)).toBe('sound')
    await chmod(pathOf(sha256), 0o640)
    await writeFile(pathOf(sha256), '原始录因')
    expect(await blobs.verify(sha256)).toBe('altered')
    expect(await blobs.verify('0'.repeat(64))).toBe('missing')
    expect(await blobs.has('0'.repeat(64))).toBe(false)
  })

  it('keeps a damaged file for whoever looks into it, and puts the right bytes in its place', async () => {
    const bytes = Buffer.from('执法记录仪的原件')
    const { sha256 } = await storeBytes(blobs, 'f-1', bytes)
    await truncate(pathOf(sha256), 5)
    await storeBytes(blobs, 'f-2', bytes)
    expect(await blobs.verify(sha256)).toBe('sound')
    expect(await readFile(`${pathOf(sha256)}.damaged-5`)).toEqual(bytes.subarray(0, 5))
  })

  // File permissions bind everybody but root; the owner may lift them again, which digests, leaves and `log scrub` show.
  it.skipIf(process.getuid?.() !== 0)('holds blobs that even the user who stored them cannot write to', async () => {
    const own = await mkdtemp(join(tmpdir(), 'zhaofa-blobs-own-'))
    const store = await openFolderStore(own)
    const { sha256 } = await storeBytes(store, 'x-1', Buffer.from('original'))
    const path = join(own, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    for (const each of [path, ...[1, 2, 3].map((up) => join(path, '../'.repeat(up)))]) await chown(each, NOBODY, NOBODY)
    const script = `
      const { openSync, writeFileSync, truncateSync, readFileSync } = require('node:fs')
      const path = '${path}'
      const codeOf = (attempt) => { try { attempt(); return 'done' } catch (error) { return error.code } }
      const tries = [() => openSync(path, 'r+'), () => openSync(path, 'a'), () => writeFileSync(path, 'x'),
        () => truncateSync(path, 1), () => readFileSync(path)]
      console.log(JSON.stringify([process.getuid(), ...tries.map(codeOf)]))`
    const said = execFileSync(process.execPath, ['-e', script], { uid: NOBODY, gid: NOBODY, cwd: '/' })
    expect(JSON.parse(said.toString())).toEqual([NOBODY, 'EACCES', 'EACCES', 'EACCES', 'EACCES', 'done'])
    expect(await store.verify(sha256)).toBe('sound')
    await store.close()
    await rm(own, { recursive: true })
  })

  it('never lets an id or a digest name another path', async () => {
    expect(() => blobs.openRange('../../etc/passwd')).toThrow('not a SHA-256')
    expect(() => blobs.openStaged('../x')).toThrow('not an upload id')
  })
})

const openAt = (folder: string): Promise<BlobStore> =>
  openBlobStore({ blobStore: { kind: 'file', folder }, home: root }, { s3: undefined }, () => new Date())

describe('the address of the store', () => {
  it('is refused with a sentence where it is no folder that can be used', async () => {
    await writeFile(join(root, 'file'), '')
    const folder = join(root, 'file', 'x')
    await expect(openAt(folder)).rejects.toThrow(`存储目录 ${folder} 无法使用`)
  })

  it('opens a folder', async () => {
    const store = await openAt(join(root, 'second'))
    expect(await store.freeBytes()).toBeGreaterThan(0)
    await store.close()
  })
})
