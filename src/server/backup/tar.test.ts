import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readTar } from './tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhaofa-tar-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const odd = Buffer.alloc(1_000_003, 7)

/** A tar of the system's own program over a folder with these files. */
function tarOf(name: string, files: Readonly<Record<string, Buffer>>, more?: (root: string) => void): Buffer {
  const root = join(folder, name)
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
  more?.(root)
  return execFileSync('tar', ['--format=ustar', '-cf', '-', '-C', root, '.'], { maxBuffer: 64 * 1024 * 1024 })
}

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function contentsOf(tar: Buffer, length = 777): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for await (const entry of readTar(inPieces(tar, length))) {
    let read = 0
    for await (const part of entry.content()) read += part.length
    found[entry.path] = read
  }
  return found
}

test.each([511, 4096, 65_536])('files come out whole when bytes arrive by %i', async (length) => {
  const tar = tarOf(`plain-${length}`, { 'a/odd': odd, 'a/empty': Buffer.alloc(0), block: Buffer.alloc(512, 1) })
  expect(await contentsOf(tar, length)).toEqual({ '': 0, a: 0, 'a/odd': odd.length, 'a/empty': 0, block: 512 })
})

test('what is left unread is passed over', async () => {
  const paths: string[] = []
  for await (const { path } of readTar(inPieces(tarOf('skipped', { one: odd, two: odd }), 4096))) paths.push(path)
  expect(paths.toSorted()).toEqual(['', 'one', 'two'])
})

test('a tar that was cut off, damaged, or leads elsewhere is refused', async () => {
  const tar = tarOf('bad', { one: odd })
  await expect(contentsOf(tar.subarray(0, tar.length >> 1))).rejects.toThrow('ends too early')
  const flipped = Buffer.from(tar)
  flipped.writeUInt8(flipped.readUInt8(3) ^ 1, 3)
  await expect(contentsOf(flipped)).rejects.toThrow('header is damaged')
  const linked = tarOf('linked', { one: odd }, (root) => symlinkSync('/etc/passwd', join(root, 'link')))
  await expect(contentsOf(linked)).rejects.toThrow('neither file nor folder')
})
