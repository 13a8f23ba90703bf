import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import type { Digest } from '#domain/record-log/merkle.ts'
import type { VerifySignature } from '#domain/record-log/signed-note.ts'

export const sha256: Digest = (bytes) => hash('sha256', bytes, 'buffer')

// What stands before the 32 bytes of a key in PKCS #8 and SubjectPublicKeyInfo (RFC 8410).
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

/** The private key of 32 bytes of seed (RFC 8032). */
export const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })

/** The 32 bytes that others verify with. */
export const publicBytesOf = (key: KeyObject): Uint8Array =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length)

export const signEd25519 = (key: KeyObject, message: Uint8Array): Uint8Array => sign(null, message, key)

export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}
