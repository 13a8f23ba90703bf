import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { utf8 } from '#domain/record-log/bytes.ts'
import { digest, verifySignature } from './cryptography.ts'

const bytes = (hexadecimal: string): Uint8Array => new Uint8Array(Buffer.from(hexadecimal, 'hex'))

// RFC 8032, section 7.1, test 2.
const KEY = bytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
const MESSAGE = bytes('72')
const SIGNATURE = bytes(
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
)

test('the signature of RFC 8032 is the key’s, and no other is', () => {
  expect(verifySignature(KEY, MESSAGE, SIGNATURE)).toBe(true)
  for (let bit = 0; bit < 512; bit += 7) {
    const flipped = SIGNATURE.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
    expect(verifySignature(KEY, MESSAGE, flipped)).toBe(false)
  }
  expect(verifySignature(KEY, bytes('73'), SIGNATURE)).toBe(false)
})

test('what is no key or no signature is refused without an exception', () => {
  expect(verifySignature(new Uint8Array(3), MESSAGE, SIGNATURE)).toBe(false)
  expect(verifySignature(KEY, MESSAGE, new Uint8Array(63))).toBe(false)
  expect(verifySignature(new Uint8Array(32).fill(255), MESSAGE, SIGNATURE)).toBe(false)
})

test('a key of small order, whose signature would fit every message, signs nothing', () => {
  const identity = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0))
  const fitsAll = Uint8Array.from({ length: 64 }, (_, at) => (at === 0 ? 1 : 0))
  expect(verifySignature(identity, MESSAGE, fitsAll)).toBe(false)
})

test('the digest is SHA-256', () => {
  for (const text of ['', 'abc', '昭法'.repeat(1000)]) {
    expect(Buffer.from(digest(utf8(text)))).toEqual(createHash('sha256').update(text).digest())
  }
})
