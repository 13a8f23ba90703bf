import { equalBytes, hex } from './bytes.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type CheckpointTrust, judgeCheckpoint, readTrust, type TrustQuestion } from './judge-checkpoint.ts'
import { entryOf, type Leaf, saltedDigest } from './leaf-entry.ts'
import { type Digest, leafHash, verifyInclusion } from './merkle.ts'
import { parseReceipt, type Receipt } from './receipt.ts'
import { sayWitnesses, type Vouched } from './say-witnesses.ts'
import type { Vkey } from './vkey.ts'

export type ReceiptQuestion = TrustQuestion & {
  /** Text of the `.tlog-proof` file. */
  readonly receipt: string
  /** The very bytes of the document's file, or of the event as the office handed it out (canonical JSON). */
  readonly content?: Uint8Array
}

/** Sentences for people; `ok` is false as soon as there is one problem. */
export type Verdict = {
  readonly ok: boolean
  readonly proved: readonly string[]
  readonly notProved: readonly string[]
  readonly problems: readonly string[]
  readonly facts?: {
    readonly leaf: Leaf
    readonly index: bigint
    readonly checkpoint: Checkpoint
    readonly signedBy: string
  } & Vouched
}

/** Judges a receipt, alone or with its content, by nothing but public keys; never throws on what others wrote. */
export function verifyReceipt(question: ReceiptQuestion): Verdict {
  const trust = readTrust(question)
  if ('problem' in trust) return refused(trust.problem)
  const receipt = parseReceipt(question.receipt)
  if (!receipt) return refused(BAD_RECEIPT)
  return verifyLog(question, trust, receipt)
}

const BAD_RECEIPT =
  '这不是本系统的存证回执，或者回执已被改动、截断：应为 .tlog-proof 文件，首行是 c2sp.org/tlog-proof@v1，一个字也不能增减。'

function verifyLog(question: ReceiptQuestion, trust: CheckpointTrust, receipt: Receipt): Verdict {
  const judged = judgeCheckpoint(trust, receipt.checkpoint)
  if ('problem' in judged) return refused(`回执里的${judged.problem}`)
  const { checkpoint, signedBy } = judged
  if (!isIncluded(question.digest, receipt, checkpoint)) return refused(NOT_INCLUDED)
  const problem = contentProblem(question, receipt.leaf)
  const facts = {
    leaf: receipt.leaf,
    index: receipt.index,
    checkpoint,
    signedBy: signedBy.map(idOf).join('、'),
    ...judged.vouched,
  }
  if (problem) return { ...refused(problem), proved: [recorded(facts)], facts }
  return { ok: true, problems: [], facts, ...sayWhatIsProved(facts, question.content !== undefined) }
}

const NOT_INCLUDED =
  '回执所载的记录不在签名的检查点之内：记录的摘要、盐值、名称、序号或者证明路径至少有一处与日志不符。'

function isIncluded(digest: Digest, { leaf, index, hashes }: Receipt, { size, root }: Checkpoint): boolean {
  const hash = leafHash(digest, entryOf(digest, leaf))
  return verifyInclusion({ digest, leaf: hash, index, size, proof: hashes, root })
}

function contentProblem({ digest, content }: ReceiptQuestion, leaf: Leaf): string | undefined {
  if (content === undefined || equalBytes(saltedDigest(digest, leaf.salt, content), leaf.digest)) return undefined
  return `给出的${NAMES[leaf.kind]}与存证的摘要不符：它被改动过、转存过，或者不是这张回执所对应的那一份（${leaf.subject}）。`
}

const NAMES: Readonly<Record<Leaf['kind'], string>> = {
  event: '办案记录',
  document: '文书文件',
  recording: '音像记录的摘要记录',
  reconciliation: '续签决定',
  disclosure: '公示内容',
  rendition: '播放材料的登记',
  refusal: '见证方的拒签',
}

type Facts = NonNullable<Verdict['facts']>

const idOf = ({ name, keyId }: Vkey): string => `${name}（密钥编号 ${hex(keyId)}）`

function recorded({ leaf, index, checkpoint, signedBy }: Facts): string {
  return `回执有效：${NAMES[leaf.kind]}“${leaf.subject}”的摘要是日志“${checkpoint.origin}”的第 ${index + 1n} 条，包含在共 ${checkpoint.size} 条的检查点内，检查点由 ${signedBy} 签名。`
}

function sayWhatIsProved(facts: Facts, hasContent: boolean): Pick<Verdict, 'proved' | 'notProved'> {
  const name = NAMES[facts.leaf.kind]
  const same = `您给出的${name}与存证时的那一份逐字节相同：在该检查点签名之前它就已存在，此后一个字节也没有改动。`
  const unread = `没有给出${name}，因此没有核对它的内容。`
  const witnessed = sayWitnesses(facts)
  return {
    proved: [recorded(facts), ...(hasContent ? [same] : []), ...witnessed.proved],
    notProved: [
      ...(hasContent ? [] : [unread]),
      `不证明${name}所写的内容真实、合法。`,
      '不证明案件的记录齐全，也不证明此后没有新的记录（例如撤销、变更）。',
      ...witnessed.notProved,
      '不证明公钥属于哪个机关：请与该机关公布的公钥核对。',
    ],
  }
}

function refused(problem: string): Verdict {
  return { ok: false, proved: [], notProved: [], problems: [problem] }
}
