import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { openCosignatures } from './cosignature.ts'
import type { Digest } from './merkle.ts'
import { parsePolicy } from './parse-policy.ts'
import { meetsRule, type Policy } from './policy.ts'
import { sayQuorum, type Vouched } from './say-witnesses.ts'
import { openNote, parseNote, type Trust, type VerifySignature } from './signed-note.ts'
import { LOG_KEYS, parseVkey, type Vkey } from './vkey.ts'

/** By what a checkpoint is judged, as people hand it in. */
export type TrustQuestion = {
  readonly digest: Digest
  readonly verifySignature: VerifySignature
  /** SM2 (GB/T 32918) where the caller can; lines signed with it are passed over otherwise. */
  readonly verifySm2?: VerifySignature | undefined
  /** Lines as the log publishes them; several while a key is being replaced. */
  readonly vkeys: readonly string[]
  /** Text of a policy (C2SP tlog-policy); its logs count where no key is given. */
  readonly policy?: string | undefined
}

/** The same, read. */
export type CheckpointTrust = Trust & { readonly policy?: Policy | undefined }

export type JudgedCheckpoint = {
  readonly checkpoint: Checkpoint
  readonly signedBy: readonly Vkey[]
  readonly vouched: Vouched
}

/** Keys and policy of a question, or the sentence that says what is wrong with them. */
export function readTrust(question: TrustQuestion): CheckpointTrust | { readonly problem: string } {
  const policy = question.policy === undefined ? undefined : parsePolicy(question.digest, question.policy)
  if (policy && 'problem' in policy) return policy
  const given = question.vkeys.map((line) => parseVkey(question.digest, line.trim(), LOG_KEYS))
  const vkeys = given.length > 0 ? given.filter((vkey) => vkey !== undefined) : (policy?.logs ?? [])
  if (vkeys.length < given.length) return { problem: BAD_VKEY }
  if (vkeys.length === 0) return { problem: NO_VKEY }
  const { verifySignature, verifySm2 } = question
  return { vkeys, verifySignature, verifySm2, policy }
}

const NO_VKEY = '没有给出存证日志的公钥，无法判断由谁签名；请向公布机关索取公钥（vkey）。'
const BAD_VKEY = '给出的公钥不是有效的 vkey：应为“名称+8 位十六进制编号+密钥”一整行，名称、编号与密钥须相互对应。'

/** The checkpoint of a note that the log signed, and the witnesses asked for as well; or the sentence why it is none. */
export function judgeCheckpoint(trust: CheckpointTrust, note: string): JudgedCheckpoint | { readonly problem: string } {
  const opened = openNote(note, trust)
  if (!opened.ok) return { problem: NOTE_PROBLEMS[opened.reason] }
  const checkpoint = parseCheckpoint(opened.text)
  if (!checkpoint) return { problem: '检查点的签名有效，但内容不是“日志名、条数、根摘要”三行，不能作为存证依据。' }
  const signedBy = opened.signedBy.filter(({ name }) => name === checkpoint.origin)
  if (signedBy.length === 0) return { problem: `检查点属于日志“${checkpoint.origin}”，而签名的公钥是别的日志的。` }
  const vouched = vouchersOf(trust, note)
  return 'problem' in vouched ? vouched : { checkpoint, signedBy, vouched }
}

const NOTE_PROBLEMS = {
  malformed: '检查点格式不对，应为签名的文本（signed note）：它已被改动或者截断。',
  'unknown-key': '检查点没有用给出的公钥签名：它属于别的日志，或者签名行已被改动。',
  'bad-signature': '检查点的签名与内容不符：检查点或者签名已被改动。',
} as const

/** Without a policy nobody knows whose lines these are: they are counted and not relied on. */
function vouchersOf(
  { policy, verifySignature, vkeys }: CheckpointTrust,
  note: string,
): Vouched | { readonly problem: string } {
  if (!policy)
    return {
      unread: (parseNote(note)?.signatures ?? []).filter(({ name }) => vkeys.every((own) => own.name !== name)).length,
    }
  const cosignatures = openCosignatures(note, { witnesses: policy.witnesses.map(({ vkey }) => vkey), verifySignature })
  if (!cosignatures) return { problem: '检查点上有一行见证方的会签与内容不符：会签已被改动，或者移自别的检查点。' }
  const named = cosignatures.map(({ witness, at }) => ({
    witness: policy.witnesses.find(({ vkey }) => vkey === witness)?.name ?? witness.name,
    at,
  }))
  if (meetsRule(policy.quorum, new Set(named.map(({ witness }) => witness)))) return { cosignatures: named }
  return { problem: sayQuorum(policy, named) }
}
