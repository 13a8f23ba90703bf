import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'
import { parseUtf8, utf8 } from './bytes.ts'
import { formatCheckpoint } from './checkpoint.ts'
import { cosignatureLine, openCosignatures } from './cosignature.ts'
import { judgeCheckpoint, readTrust } from './judge-checkpoint.ts'
import { type Digest, leafHash } from './merkle.ts'
import { parsePolicy } from './parse-policy.ts'
import { formatPolicy, meetsRule, policyOf } from './policy.ts'
import { signNote, type VerifySignature } from './signed-note.ts'
import { formatVkey, type KeyType, parseVkey, type Vkey, vkeyOf } from './vkey.ts'

const digest: Digest = (bytes) => createHash('sha256').update(bytes).digest()
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const verifySignature: VerifySignature = (key, message, signature) =>
  verify(null, message, { key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' }, signature)

type Key = { readonly vkey: Vkey; sign(message: Uint8Array): Uint8Array }

function keyOf(name: string, type: KeyType): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const vkey = vkeyOf(digest, name, publicKey.export({ type: 'spki', format: 'der' }).subarray(-32), type)
  return { vkey, sign: (message) => sign(null, message, privateKey) }
}

const ORIGIN = 'nanping.example/log'
const log = keyOf(ORIGIN, 'ed25519')
const [justice, notary, court] = ['justice.example', 'notary.example', 'court.example'].map((name) =>
  keyOf(name, 'cosignature'),
) as [Key, Key, Key]
const text = formatCheckpoint({ origin: ORIGIN, size: 11n, root: digest(utf8('root')) })
const note = signNote(text, log.vkey, log.sign)
const cosigned = (key: Key, at: bigint) => cosignatureLine(text, { witness: key.vkey, at }, key.sign)
const witnesses = [justice, notary, court].map(({ vkey }, nth) => ({
  name: ['司法局', '公证处', '法院'][nth] ?? '',
  vkey,
}))
const policy = formatPolicy(policyOf([log.vkey], witnesses, 2))

const judge = (full: string, rules: string | undefined = policy) => {
  const trust = readTrust({
    digest,
    verifySignature,
    vkeys: rules === undefined ? [formatVkey(log.vkey)] : [],
    policy: rules,
  })
  return 'problem' in trust ? trust : judgeCheckpoint(trust, full)
}

test('a checkpoint with the quorum of a policy is accepted, and each witness stands there with its time', () => {
  const full = note + cosigned(justice, 1_780_000_000n) + cosigned(court, 1_780_000_007n)
  expect(judge(full)).toMatchObject({
    checkpoint: { size: 11n },
    vouched: {
      cosignatures: [
        { witness: '司法局', at: 1_780_000_000n },
        { witness: '法院', at: 1_780_000_007n },
      ],
    },
  })
})

test('without the quorum it is refused with who is there and what the policy asks for', () => {
  expect(judge(note + cosigned(court, 7n))).toEqual({
    problem: expect.stringMatching(/只有 法院 会签，见证规则要求司法局、公证处、法院 之中至少 2 家/),
  })
  expect(judge(note)).toEqual({ problem: expect.stringContaining('没有一家见证方会签') })
  // The same witness twice is one witness.
  expect(judge(note + cosigned(court, 7n) + cosigned(court, 8n))).toHaveProperty('problem')
})

test('without a policy cosignatures are counted and not relied on', () => {
  const plain = judgeCheckpoint({ vkeys: [log.vkey], verifySignature }, note + cosigned(court, 7n))
  expect(plain).toMatchObject({ vouched: { unread: 1 } })
  expect(plain).not.toHaveProperty('vouched.cosignatures')
})

test('a cosignature with any bit flipped, of another checkpoint, or at another time refuses the note', () => {
  const line = cosigned(justice, 1_780_000_000n)
  const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64')
  for (let bit = 32; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const other = `— justice.example ${flipped.toString('base64')}\n`
    expect(openCosignatures(note + other, { witnesses: [justice.vkey], verifySignature }), `bit ${bit}`).toBeUndefined()
  }
  const moved = signNote(text.replace('\n11\n', '\n12\n'), log.vkey, log.sign) + line
  expect(judge(moved + cosigned(court, 7n))).toEqual({ problem: expect.stringContaining('会签与内容不符') })
})

test('a plain signature of a witness key is no cosignature, and a cosignature is none of the log', () => {
  const asLog = vkeyOf(digest, ORIGIN, log.vkey.publicKey, 'cosignature')
  const line = cosignatureLine(text, { witness: asLog, at: 7n }, log.sign)
  expect(judgeCheckpoint({ vkeys: [log.vkey], verifySignature }, `${text}\n${line}`)).toHaveProperty('problem')
  const plain = signNote(text, { ...justice.vkey, type: 'ed25519' }, justice.sign).slice(text.length + 1)
  expect(openCosignatures(note + plain, { witnesses: [justice.vkey], verifySignature })).toBeUndefined()
})

test('keys of witnesses are read and written back, and are no keys of a log', () => {
  const remora = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'
  const vkey = parseVkey(digest, remora, ['cosignature'])
  expect(vkey && formatVkey(vkey)).toBe(remora)
  expect(parseVkey(digest, remora)).toBeUndefined()
  expect(parseVkey(digest, formatVkey(log.vkey), ['cosignature'])).toBeUndefined()
})

test('a policy of two levels is judged as C2SP tlog-policy has it', () => {
  const keys = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'].map(
    (name) => `witness ${name} ${formatVkey(keyOf(name, 'cosignature').vkey)}`,
  )
  const lines = [
    '# remark',
    `log ${formatVkey(log.vkey)} https://nanping.example/log`,
    ...keys,
    'group X 2 X1 X2 X3',
    '\tgroup Y any Y1 Y2 Y3',
    'group both all X Y',
    'quorum both',
    '',
  ]
  const read = parsePolicy(digest, lines.join('\n'))
  if ('problem' in read) throw new Error(read.problem)
  const meets = (...names: string[]) => meetsRule(read.quorum, new Set(names))
  expect([meets('X1', 'X3', 'Y2'), meets('X1', 'X2', 'X3'), meets('X1', 'Y1', 'Y2'), meets('Y1')]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('each mistake of a policy is told with its line', () => {
  const [w1, w2] = [`witness a ${formatVkey(justice.vkey)}`, `witness b ${formatVkey(notary.vkey)}`]
  const bad: [string[], string][] = [
    [[w1], '缺少 quorum'],
    [['quorum a'], '第 1 行'],
    [[w1, w1, 'quorum a'], '第 2 行不对：名称 a'],
    [[w1, `witness b ${formatVkey(justice.vkey)}`, 'quorum a'], '同一把公钥'],
    [[w1, w2, 'group g 3 a b', 'quorum g'], '第 3 行'],
    [[w1, w2, 'group g 0 a b', 'quorum g'], '第 3 行'],
    [[w1, 'group g any a a', 'quorum g'], '第 2 行'],
    [[w1, 'group g any a', 'group h any a', 'quorum h'], '第 3 行'],
    [[w1, 'group none any a', 'quorum none'], '第 2 行'],
    [[w1, 'quorum a', 'quorum a'], '只能有一行'],
    [[`witness a ${formatVkey(log.vkey)}`, 'quorum a'], '第 1 行'],
    [['toString a', 'quorum none'], '第 1 行'],
    [[`${w1}\u0000`, 'quorum a'], '控制字符'],
  ]
  for (const [lines, sentence] of bad) {
    expect(parsePolicy(digest, lines.join('\n')), lines.join('|')).toEqual({
      problem: expect.stringContaining(sentence),
    })
  }
  expect(parsePolicy(digest, 'quorum none\n')).toMatchObject({ quorum: { least: 0 } })
})

test('a request to a witness is read back as it was written, and nothing else is', () => {
  const proof = [1, 2, 3].map((nth) => leafHash(digest, Uint8Array.of(nth)))
  const body = formatAddCheckpoint({ oldSize: 7n, proof, note })
  expect(parseAddCheckpoint(body)).toMatchObject({ oldSize: 7n, note, text, checkpoint: { origin: ORIGIN, size: 11n } })
  expect(parseAddCheckpoint(body)?.proof.map((hash) => Buffer.from(hash))).toEqual(proof)
  const bad = [
    '',
    '\n\n',
    note,
    body.replace('old 7', 'old 07'),
    body.replace('old 7', 'old -7'),
    body.replace('old 7', 'old  7'),
    body.replace('old 7\n', 'old 7\n\n'),
    body.replace('old 7\n', 'old 7\r\n'),
    body.replace('old 7', 'old 18446744073709551616'),
    body.replace('\n\n', '\nAAAA\n\n'),
    body.replace('\n\n', `\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(61)}\n`),
    body.slice(0, -1),
    `${body}\n`,
    'x'.repeat(50_000_000),
  ]
  expect(bad.filter((text) => parseAddCheckpoint(text))).toEqual([])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => parseAddCheckpoint(parseUtf8(bytes) ?? '') === undefined),
  )
})
