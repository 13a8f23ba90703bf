import { randomBytes } from 'node:crypto'
import { base64, parseBase64 } from '#domain/record-log/base64.ts'
import { hex } from '#domain/record-log/bytes.ts'
import { type Vkey, vkeyOf } from '#domain/record-log/vkey.ts'
import { findSecret, getOrMakeSecret } from '../../db/secrets.ts'
import { OperatorError } from '../../operator-error.ts'
import { privateKeyOf, publicBytesOf, sha256, signEd25519 } from '../ed25519.ts'

export type WitnessKey = { readonly vkey: Vkey; sign(message: Uint8Array): Uint8Array }

/** The key of `secrets/witness-key`, made at the first start; throws an OperatorError for a file that is none or of another name. */
export function openWitnessKey(home: string, name: string): WitnessKey {
  const line = findSecret(home, 'witness-key') ?? getOrMakeSecret(home, 'witness-key', () => newKey(name))
  const [, known = '', id, encoded = ''] =
    /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line) ?? []
  const bytes = parseBase64(encoded)
  if (bytes?.length !== 33 || bytes[0] !== COSIGNATURE) throw new OperatorError(BAD_KEY)
  const key = privateKeyOf(bytes.subarray(1))
  const vkey = vkeyOf(sha256, known, publicBytesOf(key), 'cosignature')
  if (hex(vkey.keyId) !== id) throw new OperatorError(BAD_KEY)
  if (known !== name)
    throw new OperatorError(
      `secrets 里的 witness-key 属于见证方“${known}”，不是“${name}”：请用原来的名称启动，或者另选 ZHAOFA_HOME。`,
    )
  return { vkey, sign: (message) => signEd25519(key, message) }
}

/** Signature type of C2SP tlog-cosignature. */
const COSIGNATURE = 4

function newKey(name: string): string {
  const seed = randomBytes(32)
  const { keyId } = vkeyOf(sha256, name, publicBytesOf(privateKeyOf(seed)), 'cosignature')
  return `PRIVATE+KEY+${name}+${hex(keyId)}+${base64(Buffer.concat([Buffer.of(COSIGNATURE), seed]))}\n`
}

const BAD_KEY =
  'secrets 里的 witness-key 不是完整的见证密钥（应为一行 PRIVATE+KEY+名称+编号+密钥）；请从备份恢复这个文件，不要删除重建。'
