import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Digest } from '#domain/record-log/merkle.ts'
import type { VerifySignature } from '#domain/record-log/signed-note.ts'

/** SHA-256 that needs nothing of its surroundings: browsers offer theirs only to pages from https. */
export const digest: Digest = (bytes) => sha256(bytes)

/** Ed25519 as RFC 8032 has it, without the tolerances of ZIP 215; false for what is no key or no signature. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
