import { parseUtf8 } from '#domain/record-log/bytes.ts'
import { type Checkpoint, parseCheckpoint } from '#domain/record-log/checkpoint.ts'
import type { Digest } from '#domain/record-log/merkle.ts'
import { NOTE_LIMIT, openNote, type VerifySignature } from '#domain/record-log/signed-note.ts'
import { parseVkey } from '#domain/record-log/vkey.ts'

export type Trust = {
  readonly digest: Digest
  readonly verifySignature: VerifySignature
  /** Lines as the log publishes them. */
  readonly vkeys: readonly string[]
}

/** The checkpoint of a log's `checkpoint` file when one of the keys signed it for its own log, or the reason why not. */
export function openCheckpoint(trust: Trust, bytes: Uint8Array): Checkpoint | { readonly problem: string } {
  const vkeys = trust.vkeys.map((line) => parseVkey(trust.digest, line.trim())).filter((vkey) => vkey !== undefined)
  if (vkeys.length === 0 || vkeys.length !== trust.vkeys.length) {
    return { problem: '没有给出公钥，或者给出的不是有效的 vkey：应为“名称+8 位十六进制编号+密钥”一整行。' }
  }
  const note = openNote(bytes.length > NOTE_LIMIT ? '' : (parseUtf8(bytes) ?? ''), { ...trust, vkeys })
  if (!note.ok) return { problem: PROBLEMS[note.reason] }
  const checkpoint = parseCheckpoint(note.text)
  if (!checkpoint) return { problem: '检查点的签名有效，但内容不是“日志名、条数、根摘要”三行。' }
  if (note.signedBy.some(({ name }) => name === checkpoint.origin)) return checkpoint
  return { problem: `检查点属于日志“${checkpoint.origin}”，而签名的公钥是别的日志的。` }
}

const PROBLEMS = {
  malformed: '检查点的格式不对：应为签名的文本（signed note），它已被改动或者截断。',
  'unknown-key': '检查点没有用给出的公钥签名：它属于别的日志，或者签名行已被改动。',
  'bad-signature': '检查点的签名与内容不符：检查点或者签名已被改动。',
} as const
