import { randomBytes } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'

/** 32 bytes of secret, and the 65 of the point that others verify with. */
export type Sm2Key = { readonly secret: Uint8Array; readonly point: Uint8Array }

/** The key of 32 bytes; throws a RangeError for a number outside the curve's order. */
export function parseSm2Key(secret: Uint8Array): Sm2Key {
  const hexadecimal = Buffer.from(secret).toString('hex')
  if (secret.length !== 32 || !isInOrder(BigInt(`0x${hexadecimal || '0'}`)))
    throw new RangeError('not a secret key of SM2')
  const point = sm2.getPublicKeyFromPrivateKey(hexadecimal)
  return { secret, point: Uint8Array.from(Buffer.from(point, 'hex')) }
}

const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const isInOrder = (value: bigint): boolean => value >= 1n && value <= ORDER - 2n

/** A secret that nobody else has. */
export function newSm2Secret(): Uint8Array {
  const secret = randomBytes(32)
  // One of four thousand million is outside the order.
  return isInOrder(BigInt(`0x${secret.toString('hex')}`)) ? secret : newSm2Secret()
}

/**
 * Signature r ‖ s over SM3 with the usual identity (GB/T 32918.2). Node's own `crypto.sign` with an SM2 key makes something
 * that no SM2 verifier accepts.
 */
export function signSm2({ secret, point }: Sm2Key, message: Uint8Array): Uint8Array {
  const signature = sm2.doSignature(message, Buffer.from(secret).toString('hex'), {
    hash: true,
    publicKey: Buffer.from(point).toString('hex'),
    userId: '1234567812345678',
  })
  return Uint8Array.from(Buffer.from(signature, 'hex'))
}

/** The other side of it. */
export function verifySm2(point: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (point.length !== 65 || signature.length !== 64) return false
  const [key, signed] = [Buffer.from(point).toString('hex'), Buffer.from(signature).toString('hex')]
  try {
    return sm2.doVerifySignature(message, signed, key, { hash: true, userId: '1234567812345678' })
  } catch {
    return false
  }
}
