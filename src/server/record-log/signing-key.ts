import { randomBytes } from 'node:crypto'
import { base64, parseBase64 } from '#domain/record-log/base64.ts'
import { hex } from '#domain/record-log/bytes.ts'
import { parseVkey, type Vkey, vkeyOf } from '#domain/record-log/vkey.ts'
import type { Config } from '../config.ts'
import { findSecret, getOrMakeSecret, retiredSecrets, retireSecret } from '../db/secrets.ts'
import { OperatorError } from '../operator-error.ts'
import { privateKeyOf, publicBytesOf, sha256, signEd25519 } from './ed25519.ts'
import { newSm2Secret, parseSm2Key, signSm2 } from './sm2.ts'

/** The key that signs, with its public half; its name is the log's. */
export type SigningKey = { readonly vkey: Vkey; sign(message: Uint8Array): Uint8Array }

export type LogKeys = {
  /** Signs beside the first one when the office has asked for it. */
  readonly sm2?: SigningKey | undefined
  /** Undefined when this home has none: it may look, and not sign. */
  readonly signing: SigningKey | undefined
  /** Every key whose signature counts: the one that signs first, then those that were put aside. */
  readonly vkeys: readonly Vkey[]
}

type Place = Pick<Config, 'home' | 'portalPublicUrl' | 'recordLog'>

/** The keys of `secrets/log-key` and `secrets/log-key.<anything>`; throws an OperatorError for a file that is none. */
export function readLogKeys({ home }: Pick<Config, 'home'>): LogKeys {
  const line = findSecret(home, 'log-key')
  const signing = line === undefined ? undefined : parseKey(line)
  const sm2 = readSm2(home)
  const second = sm2 ? [sm2.vkey] : []
  const retired = [
    ...retiredSecrets(home, 'log-key').map(publicHalf),
    ...retiredSecrets(home, 'log-key-sm2').map(sm2Half),
  ]
  return { signing, sm2, vkeys: [...(signing ? [signing.vkey] : []), ...retired, ...second] }
}

function readSm2(home: string): SigningKey | undefined {
  const line = findSecret(home, 'log-key-sm2')
  return line === undefined ? undefined : parseSm2(line)
}

/** The keys, and that of SM2 made where it is asked for and there is none yet; it bears the name of the first. */
export function withSm2(place: Place, keys: LogKeys): LogKeys {
  const name = keys.signing?.vkey.name
  if (!place.recordLog.signsSm2 || name === undefined) return { ...keys, sm2: undefined }
  getOrMakeSecret(place.home, 'log-key-sm2', () => formatSm2(name))
  const all = readLogKeys(place)
  if (all.sm2?.vkey.name !== name) throw new OperatorError(OTHER_SM2)
  return all
}

const SM2_PREFIX = Buffer.concat([Buffer.of(0xff), Buffer.from('sm2-with-sm3/v1')])
const OTHER_SM2 =
  'secrets 里的 log-key-sm2 与 log-key 不是同一部日志的：请从备份放回，或者把它改名为 log-key-sm2.<日期> 另建。'

function formatSm2(name: string): string {
  const secret = newSm2Secret()
  const { keyId } = vkeyOf(sha256, name, parseSm2Key(secret).point, 'sm2')
  return `PRIVATE+KEY+${name}+${hex(keyId)}+${base64(Buffer.concat([SM2_PREFIX, secret]))}\n`
}

function parseSm2(line: string): SigningKey {
  const [, name = '', id, encoded = ''] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line) ?? []
  const bytes = Buffer.from(parseBase64(encoded) ?? [])
  if (bytes.length !== SM2_PREFIX.length + 32 || !bytes.subarray(0, SM2_PREFIX.length).equals(SM2_PREFIX))
    throw new OperatorError(BAD_KEY)
  const key = parseSm2Key(bytes.subarray(SM2_PREFIX.length))
  const vkey = vkeyOf(sha256, name, key.point, 'sm2')
  if (hex(vkey.keyId) !== id) throw new OperatorError(BAD_KEY)
  return { vkey, sign: (message) => signSm2(key, message) }
}

/** Makes the key at the first start, or after the old one was put aside: the log keeps its name. */
export function makeLogKey(place: Place): LogKeys {
  const known = readLogKeys(place).vkeys[0]?.name
  const name = known ?? `${new URL(place.portalPublicUrl).host}/log`
  getOrMakeSecret(place.home, 'log-key', () => formatKey(name, randomBytes(32)))
  return readLogKeys(place)
}

/** Puts the old key aside, where it goes on counting, and makes one for a log of another name. */
export function replaceLogKey(place: Place, name: string, day: string): void {
  retireSecret(place.home, 'log-key', day)
  retireSecret(place.home, 'log-key-sm2', day)
  getOrMakeSecret(place.home, 'log-key', () => formatKey(name, randomBytes(32)))
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
const sm2Half = (line: string): Vkey => parseVkey(sha256, line, ['sm2']) ?? parseSm2(line).vkey
