import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { base64 } from '#domain/record-log/base64.ts'
import { utf8 } from '#domain/record-log/bytes.ts'
import { formatCheckpoint, parseCheckpoint } from '#domain/record-log/checkpoint.ts'
import type { Digest } from '#domain/record-log/merkle.ts'
import { formatProof, parseProof } from '#domain/record-log/proof.ts'
import { formatNote, openNote, parseNote, signNote, type VerifySignature } from '#domain/record-log/signed-note.ts'
import { formatVkey, parseVkey, type Vkey, vkeyOf } from '#domain/record-log/vkey.ts'

const digest: Digest = (bytes) => createHash('sha256').update(bytes).digest()
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const verifySignature: VerifySignature = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }),
    signature,
  )

function keyOf(line: string): Vkey {
  const vkey = parseVkey(digest, line)
  if (!vkey) throw new Error(`${line} is no vkey`)
  return vkey
}

// The example of golang.org/x/mod/sumdb/note, the program the format was first written for.
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
/** Type byte, then the seed. */
const PETER_SECRET = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const TEXT = `If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n`
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

// C2SP signed-note and tlog-checkpoint: the checkpoint is one of sum.golang.org under another name.
const QUASIMODO =
  'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
const SOFA =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n'
const SUM_GOLANG_ORG = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'

test('the keys of other programs are read and written back', () => {
  const lines = [
    PETER,
    SUM_GOLANG_ORG,
    'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
    'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6',
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  ]
  expect(lines.map((line) => formatVkey(keyOf(line)))).toEqual(lines)
  const cosigner = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'
  expect(parseVkey(digest, cosigner)).toBeUndefined()
  const ofAnotherType = PETER.replace('+ARpc', '+BBpc')
  expect(parseVkey(digest, ofAnotherType)).toBeUndefined()
})

test('a key line with any letter left out or changed is no key', () => {
  for (let at = 0; at < PETER.length; at++) {
    expect(parseVkey(digest, PETER.slice(0, at) + PETER.slice(at + 1))).toBeUndefined()
    const changed = String.fromCharCode(PETER.charCodeAt(at) ^ 1)
    expect(parseVkey(digest, PETER.slice(0, at) + changed + PETER.slice(at + 1))).toBeUndefined()
  }
})

test('the note of the Go example opens, and is signed to the same letters', () => {
  expect(openNote(NOTE, { vkeys: [keyOf(PETER)], verifySignature })).toMatchObject({ ok: true, text: TEXT })
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(PETER_SECRET, 'base64').subarray(1)]),
    format: 'der',
    type: 'pkcs8',
  })
  expect(signNote(TEXT, keyOf(PETER), (message) => sign(null, message, key))).toBe(NOTE)
})

test('a real checkpoint of sum.golang.org, which C2SP shows under another name, verifies under its own', () => {
  const own = SOFA.replace('example.com/behind-the-sofa\n', 'go.sum database tree\n').replace(
    '— example.com/behind-the-sofa',
    '— sum.golang.org',
  )
  const vkeys = [keyOf(SUM_GOLANG_ORG)]
  const opened = openNote(own, { vkeys, verifySignature })
  expect(opened.ok && parseCheckpoint(opened.text)?.size).toBe(20852163n)
  expect(openNote(own.replace('20852163', '20852164'), { vkeys, verifySignature }).ok).toBe(false)
})

test('the examples of C2SP signed-note and tlog-checkpoint are read and written back', () => {
  for (const note of [QUASIMODO, SOFA]) {
    const parsed = parseNote(note)
    expect(parsed && formatNote(parsed)).toBe(note)
    expect(parsed?.signatures.map(({ signature }) => signature.length)).toEqual([64])
  }
  const text = parseNote(SOFA)?.text ?? ''
  const checkpoint = parseCheckpoint(text)
  expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163n })
  expect(checkpoint && formatCheckpoint(checkpoint)).toBe(text)
  expect(parseCheckpoint(parseNote(QUASIMODO)?.text ?? '')).toBeUndefined()
})

test('checkpoints that leave room for a second reading are refused', () => {
  const text = parseNote(SOFA)?.text ?? ''
  const bad = [
    text.replace('20852163', '020852163'),
    text.replace('20852163', '+20852163'),
    text.replace('20852163', '18446744073709551616'),
    text.replace('20852163', ''),
    text.replace('q2I=', 'q2J='),
    text.replace('q2I=', 'q2I'),
    text.replace('CsUY', ''),
    text.slice(0, -1),
    `\n${text}`,
    `${text}\n`,
    text.replace('example.com/behind-the-sofa', ''),
  ]
  expect(bad.filter((each) => parseCheckpoint(each, { allowsExtensions: true }))).toEqual([])
  expect(parseCheckpoint(`${text}more\n`)).toBeUndefined()
  expect(parseCheckpoint(`${text}more\n`, { allowsExtensions: true })?.size).toBe(20852163n)
})

test('sixteen signatures are read, those of unknown keys passed over, one failing of a known key refuses', () => {
  const parsed = parseNote(NOTE)
  const own = parsed?.signatures[0]
  if (!own) throw new Error('the example has a signature')
  const strangers = Array.from({ length: 15 }, (_, nth) => ({
    name: nth === 0 ? own.name : `witness-${nth}`,
    keyId: nth === 1 ? own.keyId : Uint8Array.of(9, 9, 9, nth),
    signature: new Uint8Array(nth === 2 ? 5_000 : 64),
  }))
  const trust = { vkeys: [keyOf(PETER)], verifySignature }
  expect(openNote(formatNote({ text: TEXT, signatures: [...strangers, own] }), trust).ok).toBe(true)
  const failing = { ...own, signature: own.signature.map((byte) => byte ^ 1) }
  const mixed = formatNote({ text: TEXT, signatures: [own, failing] })
  expect(openNote(mixed, trust)).toEqual({ ok: false, reason: 'bad-signature' })
  const cut = formatNote({ text: TEXT, signatures: [{ ...own, signature: own.signature.slice(1) }] })
  expect(openNote(cut, trust)).toEqual({ ok: false, reason: 'bad-signature' })
  const none = formatNote({ text: TEXT, signatures: strangers })
  expect(openNote(none, trust)).toEqual({ ok: false, reason: 'unknown-key' })
})

test('notes that break the format are not opened', () => {
  const line = NOTE.slice(TEXT.length + 1)
  const bad = [
    NOTE.slice(0, -1),
    `${NOTE}\n`,
    NOTE.replace('\n\n', '\n'),
    NOTE.replace('— ', '- '),
    NOTE.replace('— PeterNeumann', '—  PeterNeumann'),
    NOTE.replace('PeterNeumann', 'Peter+Neumann'),
    NOTE.replace('think', 'th\tink'),
    NOTE.replace('think', 'th\u0000ink'),
    NOTE.replace('think', 'th\ud800ink'),
    NOTE.replaceAll('\n', '\r\n'),
    NOTE.replace('nAM=', 'nAN='),
    TEXT,
    `${TEXT}\n`,
    '',
    `${TEXT}\n${line.repeat(100)}`,
    `${'x'.repeat(2_000_000)}\n\n${line}`,
  ]
  expect(bad.filter((note) => parseNote(note))).toEqual([])
})

test('the example of C2SP tlog-proof is read and written back', () => {
  const hashes = [
    'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=',
    'B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=',
    'EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=',
    'RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=',
    'AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=',
  ]
  const checkpoint =
    'example.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n\n— example.com/fancylog hI2DJw==\n'
  const extra = 'YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ'
  const canonical = base64(Buffer.from(extra, 'base64'))
  const text = ['c2sp.org/tlog-proof@v1', `extra ${canonical}`, 'index 73894', ...hashes, '', checkpoint].join('\n')
  const proof = parseProof(text)
  expect(proof).toMatchObject({ index: 73894n, checkpoint })
  expect(proof?.hashes.map(base64)).toEqual(hashes)
  expect(proof && formatProof(proof)).toBe(text)
  expect(parseProof(text.replace(`extra ${canonical}\n`, ''))?.extra).toBeUndefined()
})

test('proofs that break the format are not read', () => {
  const hash = base64(digest(utf8('a')))
  const good = `c2sp.org/tlog-proof@v1\nindex 5\n${hash}\n\nnote\n`
  expect(parseProof(good)).toBeDefined()
  const bad = [
    good.replace('@v1', '@v2'),
    good.replace('index 5', 'index 05'),
    good.replace('index 5', 'index -5'),
    good.replace('index 5', 'index  5'),
    good.replace('index 5', 'index 18446744073709551616'),
    good.replace('index 5\n', ''),
    good.replace('index', 'extra !!\nindex'),
    good.replace('index', 'extra \nindex'),
    good.replace('index', 'extra YQ==\nextra YQ==\nindex'),
    good.replace(hash, hash.slice(4)),
    good.replace(`${hash}\n`, `${hash}\n`.repeat(65)),
    good.replace(`${hash}\n`, `${hash}\n`.repeat(10_000)),
    good.replaceAll('\n', '\r\n'),
    `${good}${'x'.repeat(50_000_000)}`,
    `${'\n'.repeat(500_000)}`,
    '',
  ]
  expect(bad.filter((text) => parseProof(text))).toEqual([])
})

test('a key belongs to its name', () => {
  const { publicKey } = keyOf(PETER)
  expect(formatVkey(vkeyOf(digest, 'PeterNeumann', publicKey))).toBe(PETER)
  for (const name of ['', 'a b', 'a+b', 'a\u3000b', 'a\nb']) {
    expect(() => vkeyOf(digest, name, publicKey)).toThrow(RangeError)
  }
  expect(() => vkeyOf(digest, 'a', publicKey.slice(1))).toThrow(RangeError)
})
