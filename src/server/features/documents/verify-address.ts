import { randomBytes } from 'node:crypto'

const KEY_BYTES = 16
const KEY_AT_END = /\/verify\/([A-Za-z0-9_-]{22})$/

/** The address that a document bears: its key is random, so only somebody who holds the paper knows it. */
export function newVerifyAddress(portalPublicUrl: string): string {
  return `${portalPublicUrl.replace(/\/$/, '')}/verify/${randomBytes(KEY_BYTES).toString('base64url')}`
}

/** The key in such an address; undefined for a document that bears none. */
export function verifyKeyOf(address: string | undefined): string | undefined {
  return KEY_AT_END.exec(address ?? '')?.[1]
}
