import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { concatBytes, hex, utf8 } from '#domain/record-log/bytes.ts'
import type { VerifySignature } from '#domain/record-log/signed-note.ts'
import { sm3 } from './sm3.ts'

/** The curve of GB/T 32918.5-2017. */
const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
} as const
const Point = weierstrass(CURVE)

/** The identity that both sides take when none was agreed (GM/T 0009-2012, section 10). */
const IDENTITY = utf8('1234567812345678')

/** A signature r ‖ s over SM3 with the usual identity (GB/T 32918.2-2016, section 7); false for what is no key or no signature. */
export const verifySm2: VerifySignature = (publicKey, message, signature) => {
  if (publicKey.length !== 65 || signature.length !== 64) return false
  const [r, s] = [number(signature.subarray(0, 32)), number(signature.subarray(32))]
  const t = (r + s) % CURVE.n
  if (r === 0n || s === 0n || r >= CURVE.n || s >= CURVE.n || t === 0n) return false
  try {
    const key = Point.fromBytes(publicKey)
    key.assertValidity()
    const e = number(sm3(concatBytes(identityDigest(publicKey), message)))
    const { x } = Point.BASE.multiplyUnsafe(s).add(key.multiplyUnsafe(t)).toAffine()
    return (e + x) % CURVE.n === r
  } catch {
    return false
  }
}

/** Z of section 5.5: identity, curve and key, so that a signature belongs to one key on one curve. */
function identityDigest(publicKey: Uint8Array): Uint8Array {
  const bits = 8 * IDENTITY.length
  const parts = [CURVE.a, CURVE.b, CURVE.Gx, CURVE.Gy].map(bytes)
  return sm3(concatBytes(Uint8Array.of(bits >> 8, bits & 0xff), IDENTITY, ...parts, publicKey.slice(1)))
}

const number = (value: Uint8Array): bigint => BigInt(`0x${hex(value)}`)

const bytes = (value: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, nth) => Number((value >> BigInt(8 * (31 - nth))) & 0xffn))
