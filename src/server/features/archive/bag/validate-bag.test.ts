import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tellFinding } from '#domain/bagit/bag-finding.ts'
import { BAGIT_TXT, writeManifest } from '#domain/bagit/write-bag.ts'
import { validateBag } from './validate-bag.ts'

const root = mkdtempSync(join(tmpdir(), 'zhaofa-bag-'))
afterAll(() => rmSync(root, { recursive: true }))
let bags = 0

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A bag of these payload files; `more` overwrites or adds. */
function bagOf(payload: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): string {
  bags += 1
  const folder = join(root, String(bags))
  const lines = Object.entries(payload).map(([path, text]) => ({ path: `data/${path}`, digest: sha256(text) }))
  const files: Record<string, string> = { 'bagit.txt': BAGIT_TXT, 'manifest-sha256.txt': writeManifest(lines) }
  for (const [path, text] of Object.entries(payload)) files[`data/${path}`] = text
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const told = async (folder: string) => (await validateBag(folder)).findings.map(tellFinding)

test('what the writer writes, the validator takes, with percent signs and line ends in names', async () => {
  expect(await told(bagOf({ 'a%0Ab.txt': '1', '行\n尾.txt': '2', '甲/乙 丙.txt': '3' }))).toEqual([])
})

test('a symbolic link is refused and not followed', async () => {
  const folder = bagOf({ 'a.txt': '1' })
  symlinkSync('/etc/passwd', join(folder, 'data/passwd'))
  expect(await told(folder)).toEqual([expect.stringContaining('data/passwd：是符号链接')])
})

test('a linked folder is refused as well', async () => {
  const folder = bagOf({ 'a.txt': '1' })
  symlinkSync('/etc', join(folder, 'data/etc'))
  expect(await told(folder)).toEqual([expect.stringContaining('data/etc：是符号链接')])
})

test('a file that has still to be fetched is missing, and the sentence says where from', async () => {
  const line = `${sha256('x')}  data/far.bin\n`
  const fetch = 'https://example.org/far.bin - data/far.bin\n'
  const folder = bagOf({}, { 'manifest-sha256.txt': line, 'fetch.txt': fetch, 'data/near.txt': '' })
  expect(await told(folder)).toEqual([
    expect.stringContaining('fetch.txt 写明应另外取来'),
    expect.stringContaining('data/near.txt：这个文件没有列在'),
  ])
})

test('every manifest of a 1.0 bag lists every file', async () => {
  const folder = bagOf({ 'a.txt': '1', 'b.txt': '2' }, { 'manifest-sm3.txt': '' })
  expect(await told(folder)).toEqual([
    expect.stringContaining('data/a.txt：这个文件没有列在 manifest-sm3.txt'),
    expect.stringContaining('data/b.txt：这个文件没有列在 manifest-sm3.txt'),
  ])
})

test.each([
  ['no bagit.txt at all', 'bagit.txt', '乱写', '应写“BagIt-Version: 1.0”'],
  ['a version to come', 'bagit.txt', BAGIT_TXT.replace('1.0', '2.0'), '不认识的版本“2.0”'],
  ['an encoding that nobody knows', 'bagit.txt', BAGIT_TXT.replace('UTF-8', 'GB99'), '不认识的字符编码“GB99”'],
  ['a digest that is too short', 'manifest-sha256.txt', 'abcd  data/a.txt\n', '应有 64 个十六进制字符'],
  ['a manifest of an unknown algorithm', 'manifest-crc32.txt', '', '不认识的摘要算法'],
  ['a tag manifest that lists payload', 'tagmanifest-sha256.txt', `${sha256('1')}  data/a.txt\n`, '应列在 manifest 里'],
  ['a false oxum', 'bag-info.txt', 'Payload-Oxum: 9.9\n', '实际有 1 字节、1 个文件'],
  ['a drive letter', 'fetch.txt', 'https://example.org/a 1 C:\\a\n', '绝对路径'],
  ['half a line', 'fetch.txt', 'https://example.org/a\n', '应是“网址 长度 路径”'],
])('%s is told', async (_what, file, text, sentence) => {
  expect((await told(bagOf({ 'a.txt': '1' }, { [file]: text }))).join('\n')).toContain(sentence)
})

test('tag files that are not in the declared encoding are refused', async () => {
  const folder = bagOf({ 'a.txt': '1' })
  writeFileSync(join(folder, 'bag-info.txt'), Buffer.from([0x41, 0xff, 0xfe, 0x0a]))
  expect(await told(folder)).toEqual([expect.stringContaining('bag-info.txt：不是 bagit.txt 写明的字符编码')])
})

test('a payload larger than the memory it may use is read in pieces', async () => {
  const folder = bagOf({ 'a.bin': 'x'.repeat(256 * 1024 * 1024) })
  globalThis.gc?.()
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before)
  }, 5)
  expect(await validateBag(folder)).toMatchObject({ isValid: true })
  clearInterval(watch)
  // What was read and not collected yet counts too; the whole of it would be twice as much.
  expect(most).toBeLessThan(128 * 1024 * 1024)
})
