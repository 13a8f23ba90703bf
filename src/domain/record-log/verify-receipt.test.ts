import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, parseUtf8, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import { formatCheckpoint } from './checkpoint.ts'
import { entryOf, type Leaf, parseEntry, saltedDigest } from './leaf-entry.ts'
import { type Digest, leafHash } from './merkle.ts'
import { formatReceipt, parseReceipt, receiptText } from './receipt.ts'
import { signNote, type VerifySignature } from './signed-note.ts'
import { appendLeaf, EMPTY_FRONTIER, proveInclusion, rootOf } from './tree.ts'
import { verifyReceipt } from './verify-receipt.ts'
import { formatVkey, vkeyOf } from './vkey.ts'

const digest: Digest = (bytes) => createHash('sha256').update(bytes).digest()
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const verifySignature: VerifySignature = (_, message, signature) => verify(null, message, publicKey, signature)
const ORIGIN = 'nanping.example/log'
const vkey = vkeyOf(digest, ORIGIN, publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
const salt = Uint8Array.from({ length: 16 }, (_, at) => at * 7)
const content = utf8(canonicalJson({ type: 'facts-recorded', facts: { 当事人: '南屏市青石区好味饭店' } }))
const leaf: Leaf = { kind: 'event', subject: 'event:0198:7', salt, digest: saltedDigest(digest, salt, content) }

const entries = Array.from({ length: 11 }, (_, nth) => (nth === 6 ? entryOf(digest, leaf) : utf8(`another ${nth}`)))
const hashes = entries.map((entry) => leafHash(digest, entry))
const tree = hashes.reduce((grown, hash) => appendLeaf(digest, grown, hash), EMPTY_FRONTIER)
const at = (level: number, index: bigint) => {
  const start = Number(index) * 2 ** level
  const part = hashes.slice(start, start + 2 ** level)
  return rootOf(
    digest,
    part.reduce((grown, hash) => appendLeaf(digest, grown, hash), EMPTY_FRONTIER),
  )
}
const path = await proveInclusion({ digest, hashAt: at, index: 6n, size: 11n })
const signed = (text: string) => signNote(text, vkey, (message) => sign(null, message, privateKey))
const checkpoint = signed(formatCheckpoint({ origin: ORIGIN, size: 11n, root: rootOf(digest, tree) }))
const receipt = formatReceipt({ leaf, index: 6n, hashes: path, checkpoint })

const ask = (more: Partial<Parameters<typeof verifyReceipt>[0]> = {}) =>
  verifyReceipt({ digest, verifySignature, vkeys: [formatVkey(vkey)], receipt, ...more })

test('a receipt with its content is accepted, and says what it proves and what not', () => {
  const verdict = ask({ content })
  expect(verdict).toMatchObject({ ok: true, problems: [], facts: { index: 6n, checkpoint: { size: 11n } } })
  expect(verdict.proved.join()).toContain('第 7 条，包含在共 11 条的检查点内')
  expect(verdict.proved.join()).toContain('逐字节相同')
  expect(verdict.notProved.join()).toContain('不证明办案记录所写的内容真实、合法')
})

test('a receipt without its content is accepted and says that the content was not looked at', () => {
  const verdict = ask()
  expect(verdict.ok).toBe(true)
  expect(verdict.proved.join()).not.toContain('逐字节相同')
  expect(verdict.notProved[0]).toBe('没有给出办案记录，因此没有核对它的内容。')
})

test('every single flipped bit of a receipt is refused', () => {
  const bytes = utf8(receipt)
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const text = parseUtf8(flip(bytes, bit))
    expect(text === undefined || !ask({ receipt: text }).ok, `bit ${bit}`).toBe(true)
  }
})

test('every single flipped bit of the content, and every cut, is refused', () => {
  for (let bit = 0; bit < content.length * 8; bit++) expect(ask({ content: flip(content, bit) }).ok).toBe(false)
  for (let length = 0; length < content.length; length++)
    expect(ask({ content: content.slice(0, length) }).ok).toBe(false)
  expect(ask({ content: concatBytes(content, Uint8Array.of(10)) })).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('与存证的摘要不符')],
  })
})

test('what the extra line says is proved too: another subject, kind or salt is refused', () => {
  const others: Leaf[] = [
    { ...leaf, subject: 'event:0198:8' },
    { ...leaf, kind: 'document' },
    { ...leaf, salt: salt.map((byte) => byte ^ 1) },
    { ...leaf, digest: digest(content) },
  ]
  for (const other of others) {
    const text = formatReceipt({ leaf: other, index: 6n, hashes: path, checkpoint })
    expect(ask({ receipt: text })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('不在签名的检查点之内')],
    })
  }
})

test('each way a receipt can be of no worth has its own sentence', () => {
  const stranger = vkeyOf(digest, 'elsewhere.example/log', vkey.publicKey)
  const lying = signed('nanping.example/log\n11\n')
  const foreign = signed(formatCheckpoint({ origin: 'elsewhere.example/log', size: 11n, root: rootOf(digest, tree) }))
  const unsigned = checkpoint.replace(/\n11\n/, '\n12\n')
  const withNote = (note: string) => formatReceipt({ leaf, index: 6n, hashes: path, checkpoint: note })
  expect(ask({ vkeys: [] }).problems[0]).toContain('没有给出存证日志的公钥')
  expect(ask({ vkeys: ['hello'] }).problems[0]).toContain('不是有效的 vkey')
  expect(ask({ receipt: 'hello' }).problems[0]).toContain('不是本系统的存证回执')
  expect(ask({ vkeys: [formatVkey(stranger)] }).problems[0]).toContain('没有用给出的公钥签名')
  expect(ask({ receipt: withNote(unsigned) }).problems[0]).toContain('签名与内容不符')
  expect(ask({ receipt: withNote('hello') }).problems[0]).toContain('格式不对')
  expect(ask({ receipt: withNote(lying) }).problems[0]).toContain('三行')
  expect(ask({ receipt: withNote(foreign) }).problems[0]).toContain('属于日志“elsewhere.example/log”')
})

test('whatever text comes as a receipt, the answer is a verdict and no exception', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => !ask({ receipt: receiptText(bytes) }).ok))
  const lines = receipt.split('\n')
  fc.assert(
    fc.property(fc.subarray(lines, { maxLength: lines.length - 1 }), (some) => !ask({ receipt: some.join('\n') }).ok),
  )
  expect(ask({ receipt: 'x'.repeat(50_000_000) }).ok).toBe(false)
  expect(ask({ receipt: receipt + '\n'.repeat(5_000_000) }).ok).toBe(false)
})

test('a receipt is read back as it was written', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).map((text) => `案${text}`),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (subject, own) => {
        const written = { leaf: { ...leaf, subject, salt: own }, index: 6n, hashes: path, checkpoint }
        expect(parseReceipt(formatReceipt(written))).toEqual({
          ...written,
          hashes: path.map((hash) => new Uint8Array(hash)),
          leaf: { ...written.leaf, salt: own, digest: new Uint8Array(leaf.digest) },
        })
      },
    ),
  )
})

test('what the log publishes tells neither content nor subject, and is the same for nobody else', () => {
  const entry = entryOf(digest, leaf)
  expect(parseUtf8(entry)).toMatch(/^\{"digest":"[0-9a-f]{64}","kind":"event","subject":"[0-9a-f]{64}","v":1\}$/)
  expect(parseEntry(entry)).toMatchObject({ kind: 'event' })
  expect(entryOf(digest, { ...leaf, salt: salt.map((byte) => byte + 1) })).not.toEqual(entry)
  expect(parseEntry(utf8(`${parseUtf8(entry)} `))).toBeUndefined()
  expect(parseEntry(utf8(parseUtf8(entry)?.replace('event', 'other') ?? ''))).toBeUndefined()
  expect(() => saltedDigest(digest, salt.slice(1), content)).toThrow(RangeError)
})

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, nth) => (nth === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}
