import { parseUtf8, utf8 } from '#domain/record-log/bytes.ts'
import { beijingTime } from '#domain/record-log/say-witnesses.ts'
import { parseNote } from '#domain/record-log/signed-note.ts'
import { type Anchors, readTimestampToken } from '#server/record-log/timestamp-token.ts'
import { verifySignature } from '#verifier/cryptography.ts'
import { openCheckpoint } from '#verifier/open-checkpoint.ts'
import type { LogVerdict, ReadLog } from '#verifier/verify-log.ts'
import { isPart } from './known-checkpoint.ts'
import { type Given, nodeDigest } from './verify-log-at.ts'

type Asked = {
  readonly source: ReadLog
  readonly trust: Given
  readonly verdict: LogVerdict
  readonly anchors: Anchors
}
type Stamp = { readonly proved: string; readonly notProved: readonly string[] } | { readonly problem: string }

/** Judges the newest time stamp that the log offers; undefined when it offers none, or when the log itself does not hold. */
export async function verifyTimestamp({ source, trust, verdict, anchors }: Asked): Promise<Stamp | undefined> {
  const note = verdict.ok ? await source('timestamp') : undefined
  if (!note || !verdict.checkpoint) return undefined
  const keys = { digest: nodeDigest, verifySignature, vkeys: trust.vkeys, policy: withoutQuorum(trust.policy) }
  const judged = openCheckpoint(keys, note)
  if ('problem' in judged) return { problem: `时间戳所盖的${judged.problem}` }
  if (!(await isPart(source, verdict.checkpoint, judged.checkpoint))) return { problem: OTHER_LOG }
  const text = parseNote(parseUtf8(note) ?? '')?.text ?? ''
  const { size } = judged.checkpoint
  return judgeToken(size, text, await source(`timestamps/${size}.tst`), anchors)
}

const OTHER_LOG = '时间戳所盖的检查点不是这部日志的一段：日志另有一份。'

async function judgeToken(size: bigint, text: string, token: Uint8Array | undefined, anchors: Anchors): Promise<Stamp> {
  if (!token) return { problem: `时间戳 timestamps/${size}.tst 缺失。` }
  const read = await readTimestampToken(token, utf8(text), { anchors })
  if ('problem' in read) return { problem: `第 ${size} 条处的时间戳不可用：${read.problem}` }
  const at = beijingTime(BigInt(Math.floor(read.at.getTime() / 1000)))
  const proved = `前 ${size} 条至迟在北京时间 ${at} 已经存在：时间戳由“${read.signer}”签发`
  if (read.root === undefined) return { proved: `${proved}。`, notProved: [UNJUDGED] }
  return { proved: `${proved}，证书接到您信任的根证书“${read.root}”，盖章时都在有效期内。`, notProved: [UNREVOKED] }
}

const UNJUDGED =
  '不证明时间戳是谁签发的：没有给出信任的根证书，证书链没有判断；请用 --tsa-anchors 给出签发机构的根证书（PEM 文件）再核对一次。'
const UNREVOKED = '没有查询时间戳的证书是否已被吊销。'

/** What was stamped may be older than the witnesses. */
const withoutQuorum = (policy: string | undefined): string | undefined =>
  policy?.replace(/^(group|quorum) .*\n?/gm, '').concat('quorum none\n')

/** A log without a time stamp is whole; one whose time stamp does not hold is not. */
export function withStamp(verdict: LogVerdict, stamp: Stamp | undefined): LogVerdict {
  if (!stamp) return verdict
  if ('proved' in stamp)
    return {
      ...verdict,
      proved: [...verdict.proved, stamp.proved],
      notProved: [...verdict.notProved, ...stamp.notProved],
    }
  return { ...verdict, ok: false, problems: [...verdict.problems, stamp.problem] }
}
