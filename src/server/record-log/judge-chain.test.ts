import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignerKind, type StampingChains, stampingChains } from '../../../tests/support/stamping-chains.ts'
import { findAnchors, readAnchors } from './judge-chain.ts'
import { readTimestampToken } from './timestamp-token.ts'

let chains: StampingChains
beforeAll(() => {
  chains = stampingChains()
}, 60_000)
afterAll(() => chains.close())

const TEXT = Buffer.from('gs.example/log\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n')
const judged = (
  kind: SignerKind,
  anchors: 'root' | 'namesake' | 'stranger' | 'none' = 'root',
  withIntermediate = true,
) =>
  readTimestampToken(chains.stamp(kind, TEXT, withIntermediate), TEXT, {
    anchors: anchors === 'none' ? [] : readAnchors(chains[anchors], '--tsa-anchors'),
  })
const problem = (sentence: string) => ({ problem: expect.stringContaining(sentence) })

describe('the certificate of a time stamp', () => {
  test('leads over an intermediate up to the root that is trusted, and the root is named', async () => {
    expect(await judged('good')).toMatchObject({ signer: 'Signer good', root: 'Root of Time' })
  })

  test('is not judged where no roots are given, and no root is named', async () => {
    const read = await judged('good', 'none')
    expect(read).toMatchObject({ signer: 'Signer good' })
    expect(read).not.toHaveProperty('root')
  })

  test.each<readonly [string, SignerKind, 'root' | 'namesake' | 'stranger', boolean, string]>([
    ['of another root', 'good', 'stranger', true, '没有接到任何一个信任的根证书'],
    ['of a root of the same name and another key', 'good', 'namesake', true, '没有接到任何一个信任的根证书'],
    ['without the intermediate that issued it', 'good', 'root', false, '没有接到任何一个信任的根证书'],
    ['that nobody but itself vouches for', 'self-signed', 'root', true, '没有接到任何一个信任的根证书'],
    [
      'that had expired when it stamped',
      'expired',
      'root',
      true,
      '不在有效期内（2020-01-01T00:00:00.000Z 至 2021-01-01T00:00:00.000Z）',
    ],
    ['below an authority for something else', 'under-mail', 'root', true, '“Mail Authority”不准用于时间戳'],
  ])('%s is worth nothing', async (_title, kind, anchors, withIntermediate, sentence) => {
    expect(await judged(kind, anchors, withIntermediate)).toEqual(problem(sentence))
  })
})

describe('the file of roots', () => {
  test('holds PEM certificates, and is refused with a sentence when it holds none', () => {
    expect(findAnchors(chains.root)?.length).toBe(1)
    expect(findAnchors(`${chains.root}.gone`)).toBeUndefined()
    expect(() => readAnchors(import.meta.filename, '环境变量 LOG_TSA_ANCHORS')).toThrow('不是 PEM 格式的证书文件')
    expect(readFileSync(chains.root, 'utf8')).toContain('BEGIN CERTIFICATE')
  })
})
