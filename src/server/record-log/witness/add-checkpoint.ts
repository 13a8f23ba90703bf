import { parseAddCheckpoint, type ReadAddCheckpoint } from '#domain/record-log/add-checkpoint.ts'
import { equalBytes } from '#domain/record-log/bytes.ts'
import type { Checkpoint } from '#domain/record-log/checkpoint.ts'
import { cosignatureLine } from '#domain/record-log/cosignature.ts'
import { verifyConsistency } from '#domain/record-log/merkle.ts'
import { openNote } from '#domain/record-log/signed-note.ts'
import type { Vkey } from '#domain/record-log/vkey.ts'
import { sha256, verifyEd25519 } from '../ed25519.ts'
import type { WitnessKey } from './witness-key.ts'
import type { WitnessState } from './witness-state.ts'

export type Witnessing = {
  readonly key: WitnessKey
  readonly state: WitnessState
  /** Keys of the logs it witnesses; a log is its origin, which is the name of its keys. */
  readonly logs: readonly Vkey[]
  readonly now: () => Date
}

export type WitnessAnswer = {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size'
  readonly body: string
}

const say = (status: WitnessAnswer['status'], sentence: string): WitnessAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${sentence}\n`,
})

/** Answers one request as C2SP tlog-witness has it: what is cosigned has been remembered before. */
export async function addCheckpoint(witnessing: Witnessing, body: string): Promise<WitnessAnswer> {
  const request = parseAddCheckpoint(body)
  if (!request) return say(400, '请求的格式不对：应为 old 一行、一致性证明、空行和签过名的检查点。')
  const { checkpoint, note, oldSize } = request
  const vkeys = witnessing.logs.filter(({ name }) => name === checkpoint.origin)
  if (vkeys.length === 0) return say(404, '不见证这部日志。')
  const opened = openNote(note, { vkeys, verifySignature: verifyEd25519 })
  if (!opened.ok) return say(403, '检查点没有这部日志的有效签名。')
  if (oldSize > checkpoint.size) return say(400, 'old 不能大于检查点的条数。')
  return witnessing.state.alone(checkpoint.origin, (latest) => cosign(witnessing, request, latest))
}

async function cosign(
  { key, state, now }: Witnessing,
  { oldSize, proof, note, text, checkpoint }: ReadAddCheckpoint,
  latest: Checkpoint | undefined,
): Promise<WitnessAnswer> {
  const known = latest?.size ?? 0n
  if (oldSize !== known) return conflict(known)
  if (latest && checkpoint.size === known && !equalBytes(checkpoint.root, latest.root)) {
    await state.keepEvidence(note)
    return conflict(known)
  }
  if (!isGrown(latest, checkpoint, proof)) {
    await state.keepEvidence(note)
    return say(422, '一致性证明不成立。')
  }
  await state.remember(checkpoint, note)
  const at = BigInt(Math.floor(now().getTime() / 1000))
  return { ...say(200, ''), body: cosignatureLine(text, { witness: key.vkey, at }, key.sign) }
}

const conflict = (known: bigint): WitnessAnswer => ({ status: 409, type: 'text/x.tlog.size', body: `${known}\n` })

/** From nothing everything grows, and the proof of that is empty. */
function isGrown(latest: Checkpoint | undefined, { size, root }: Checkpoint, proof: readonly Uint8Array[]): boolean {
  if (!latest || latest.size === 0n) return proof.length === 0
  return verifyConsistency({
    digest: sha256,
    oldSize: latest.size,
    newSize: size,
    proof,
    oldRoot: latest.root,
    newRoot: root,
  })
}
