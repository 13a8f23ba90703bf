import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseSm2Key, signSm2 } from '#server/record-log/sm2.ts'
import { verifySm2 } from './sm2.ts'
import { sm3 } from './sm3.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaofa-sm2-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
const IDENTITY = ['-pkeyopt', 'digest:sm3', '-pkeyopt', 'distid:1234567812345678']

/** A key made by OpenSSL: its 32 bytes, and the 65 of the point. */
function opensslKey(): { secret: Uint8Array; point: Uint8Array } {
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2', '-out', 'key.pem')
  openssl('pkey', '-in', 'key.pem', '-pubout', '-out', 'public.pem')
  const text = openssl('pkey', '-in', 'key.pem', '-text', '-noout').toString()
  const bytesAfter = (title: string, length: number) => {
    const digits =
      /^([\s0-9a-f:]+)/.exec(text.slice(text.indexOf(title) + title.length))?.[1]?.replace(/[\s:]/g, '') ?? ''
    return Uint8Array.from(Buffer.from(digits.padStart(2 * length, '0').slice(-2 * length), 'hex'))
  }
  return { secret: bytesAfter('priv:', 32), point: bytesAfter('pub:', 65) }
}

/** r ‖ s of a DER signature and back. */
function plain(der: Uint8Array): Uint8Array {
  const rLength = der[3] ?? 0
  const [r, s] = [der.subarray(4, 4 + rLength), der.subarray(6 + rLength)]
  const padded = (part: Uint8Array) =>
    Buffer.from(Buffer.from(part).toString('hex').padStart(64, '0').slice(-64), 'hex')
  return Uint8Array.from(Buffer.concat([padded(r), padded(s)]))
}
function der(signature: Uint8Array): Buffer {
  const part = (value: Uint8Array) => {
    const trimmed = Buffer.from(
      value.slice(
        Math.max(
          0,
          value.findIndex((byte) => byte !== 0),
        ),
      ),
    )
    const positive = (trimmed[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), trimmed]) : trimmed
    return Buffer.concat([Buffer.of(2, positive.length), positive])
  }
  const both = Buffer.concat([part(signature.subarray(0, 32)), part(signature.subarray(32))])
  return Buffer.concat([Buffer.of(0x30, both.length), both])
}

test('SM3 is that of the standard and of OpenSSL, at every length around a block', () => {
  expect(Buffer.from(sm3(Buffer.from('abc'))).toString('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
  for (let length = 0; length < 200; length++) {
    const message = Buffer.alloc(length, length)
    expect(Buffer.from(sm3(message))).toEqual(createHash('sm3').update(message).digest())
  }
})

test('what OpenSSL signs with SM2 verifies here, and what is signed here verifies with OpenSSL', () => {
  for (let round = 0; round < 4; round++) {
    const { secret, point } = opensslKey()
    const message = Buffer.from(`gs.example/log\n${round}\n根\n`)
    writeFileSync(join(folder, 'message'), message)
    openssl('pkeyutl', '-sign', '-in', 'message', '-inkey', 'key.pem', '-out', 'theirs', '-rawin', ...IDENTITY)
    expect(verifySm2(point, message, plain(readFileSync(join(folder, 'theirs'))))).toBe(true)
    const key = parseSm2Key(secret)
    expect(Buffer.from(key.point)).toEqual(Buffer.from(point))
    writeFileSync(join(folder, 'ours'), der(signSm2(key, message)))
    const verified = openssl(
      'pkeyutl',
      '-verify',
      '-in',
      'message',
      '-pubin',
      '-inkey',
      'public.pem',
      '-sigfile',
      'ours',
      '-rawin',
      ...IDENTITY,
    )
    expect(verified.toString()).toContain('Signature Verified Successfully')
  }
})

test('any bit flipped in signature, message or key is refused, and no bytes are an exception', () => {
  const key = parseSm2Key(Uint8Array.from({ length: 32 }, (_, nth) => nth + 1))
  const message = Buffer.from('a checkpoint')
  const signature = signSm2(key, message)
  expect(verifySm2(key.point, message, signature)).toBe(true)
  const flip = (bytes: Uint8Array, bit: number) =>
    bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
  for (let bit = 0; bit < 512; bit += 5)
    expect(verifySm2(key.point, message, flip(signature, bit)), `bit ${bit}`).toBe(false)
  for (let bit = 0; bit < 96; bit += 5) expect(verifySm2(key.point, flip(message, bit), signature)).toBe(false)
  for (let bit = 0; bit < 520; bit += 23) expect(verifySm2(flip(key.point, bit), message, signature)).toBe(false)
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 70 }),
      fc.uint8Array({ maxLength: 70 }),
      (point, other) => !verifySm2(point, message, other),
    ),
    { numRuns: 200 },
  )
})
