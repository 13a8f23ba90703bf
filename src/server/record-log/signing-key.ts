import { randomBytes } from 'node:crypto'
import { base64, parseBase64 } from '#domain/record-log/base64.ts'
import { hex } from '#domain/record-log/bytes.ts'
import { parseVkey, type Vkey, vkeyOf } from '#domain/record-log/vkey.ts'
import type { Config } from '../config.ts'
import { findSecret, getOrMakeSecret, retiredSecrets } from '../db/secrets.ts'
import { OperatorError } from '../operator-error.ts'
import { privateKeyOf, publicBytesOf, sha256, signEd25519 } from './ed25519.ts'

/** The key that signs, with its public half; its name is the log's. */
export type SigningKey = { readonly vkey: Vkey; sign(message: Uint8Array): Uint8Array }

export type LogKeys = {
  /** Undefined when this home has none: it may look, and not sign. */
  readonly signing: SigningKey | undefined
  /** Every key whose signature counts: the one that signs first, then those that were put aside. */
  readonly vkeys: readonly Vkey[]
}

type Place = Pick<Config, 'home' | 'portalPublicUrl'>

/** The keys of `secrets/log-key` and `secrets/log-key.<anything>`; throws an OperatorError for a file that is none. */
export function readLogKeys({ home }: Pick<Config, 'home'>): LogKeys {
  const line = findSecret(home, 'log-key')
  const signing = line === undefined ? undefined : parseKey(line)
  const retired = retiredSecrets(home, 'log-key').map(publicHalf)
  return { signing, vkeys: signing ? [signing.vkey, ...retired] : retired }
}

/** Makes the key at the first start, or after the old one was put aside: the log keeps its name. */
export function makeLogKey(place: Place): LogKeys {
  const known = readLogKeys(place).vkeys[0]?.name
  const name = known ?? `${new URL(place.portalPublicUrl).host}/log`
  getOrMakeSecret(place.home, 'log-key', () => formatKey(name, randomBytes(32)))
  return readLogKeys(place)
}

/** `PRIVATE+KEY+name+id+key`, as the note tools of Go write it, so that those can sign with it, too. */
function formatKey(name: string, seed: Uint8Array): string {
  const { keyId } = vkeyOf(sha256, name, publicBytesOf(privateKeyOf(seed)))
  return `PRIVATE+KEY+${name}+${hex(keyId)}+${base64(Buffer.concat([Buffer.of(1), seed]))}\n`
}

function parseKey(line: string): SigningKey {
  const [, name = '', id, encoded = ''] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line) ?? []
  const bytes = parseBase64(encoded)
  if (bytes?.length !== 33 || bytes[0] !== 1) throw new OperatorError(BAD_KEY)
  const key = privateKeyOf(bytes.subarray(1))
  const vkey = vkeyOf(sha256, name, publicBytesOf(key))
  if (hex(vkey.keyId) !== id) throw new OperatorError(BAD_KEY)
  return { vkey, sign: (message) => signEd25519(key, message) }
}

const BAD_KEY =
  'secrets 里的 log-key 不是完整的存证日志密钥（应为一行 PRIVATE+KEY+名称+编号+密钥）；请从备份恢复这个文件，不要删除重建。'

/** A key put aside may be kept as it was, or as its public line only. */
const publicHalf = (line: string): Vkey => parseVkey(sha256, line) ?? parseKey(line).vkey
