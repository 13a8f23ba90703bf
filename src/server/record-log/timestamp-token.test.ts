import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lie, type TestAuthority, testAuthority } from '../../../tests/support/test-authority.ts'
import { readTimestampReply, readTimestampToken, type Stamped, timestampRequest } from './timestamp-token.ts'

let authority: TestAuthority
beforeAll(async () => {
  authority = await testAuthority()
}, 60_000)
afterAll(() => authority.close())

const TEXT = Buffer.from('gs.example/log\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n')

async function ask(lie: Lie, nonce = randomBytes(16)) {
  authority.lie = lie
  const answer = await fetch(authority.url, { method: 'POST', body: Buffer.from(timestampRequest(TEXT, nonce)) })
  return readTimestampReply(new Uint8Array(await answer.arrayBuffer()), TEXT, nonce)
}

const stamped = async (): Promise<Stamped> => {
  const reply = await ask('none')
  if ('problem' in reply) throw new Error(reply.problem)
  return reply
}

test('a real time stamp is accepted, and OpenSSL accepts it as well', async () => {
  const { token, at, signer } = await stamped()
  expect(signer).toBe('Test Time Authority')
  expect(Math.abs(at.getTime() - performance.timeOrigin - performance.now())).toBeLessThan(60_000)
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-tsr-'))
  try {
    writeFileSync(join(folder, 'token'), token)
    writeFileSync(join(folder, 'text'), TEXT)
    const args = ['ts', '-verify', '-token_in', '-in', 'token', '-data', 'text', '-CAfile', authority.authorityFile]
    expect(execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()).toContain(
      'Verification: OK',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('an authority that lies is refused with a sentence', async () => {
  await ask('old-reply')
  const said: [Lie, string][] = [
    ['other-digest', '另一个摘要'],
    ['old-reply', '随机数'],
    ['rejected', '没有同意'],
    ['garbage', '不是 RFC 3161'],
    ['fault', '不是 RFC 3161'],
    ['wrong-key', '签名无效'],
  ]
  for (const [lie, sentence] of said)
    expect(await ask(lie), lie).toEqual({ problem: expect.stringContaining(sentence) })
})

test('no token with a flipped bit is taken for another time or another text', async () => {
  const { token, at } = await stamped()
  expect(await readTimestampToken(token, TEXT)).toMatchObject({ at })
  expect(await readTimestampToken(token, Buffer.from('another text'))).toHaveProperty('problem')
  for (let byte = 0; byte < token.length; byte += 37) {
    const flipped = token.map((value, place) => (place === byte ? value ^ 1 : value))
    const read = await readTimestampToken(flipped, TEXT)
    // What is not signed, such as a certificate nobody needs, may differ; the time may not.
    if (!('problem' in read)) expect(read.at).toEqual(at)
  }
})
