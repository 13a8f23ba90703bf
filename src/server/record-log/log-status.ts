import { hex } from '#domain/record-log/bytes.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import type { Context } from '../context.ts'
import { findCosignedHead, lastCosigned } from './cosign-rows.ts'
import { currentLogFiles } from './epoch.ts'
import { examineLog, openCheckpoint } from './examine-log.ts'
import { anchorsAt } from './judge-chain.ts'
import { CHECKPOINT } from './log-files.ts'
import { countWaiting, readHead, readStanding } from './log-rows.ts'
import { readLogKeys } from './signing-key.ts'
import { readNewestStamp } from './timestamp-rows.ts'
import { stampedText } from './timestamper.ts'
import { askedWitnesses } from './witness-policy.ts'

/** What an operator asks of the log. */
export type LogStatus = {
  readonly log: string | undefined
  readonly size: number
  /** Hexadecimal; undefined before the first signature. */
  readonly root: string | undefined
  readonly signedAt: string | undefined
  readonly publishedSize: number
  /** Leaves that no checkpoint holds yet; 10,000 stands for as many or more. */
  readonly waiting: number
  readonly keyId: string | undefined
  readonly vkeys: readonly string[]
  readonly witnesses: readonly WitnessStanding[]
  readonly quorum: number
  /** Of the newest checkpoint with the quorum. */
  readonly cosignedSize: number
  /** The newest time stamp, checked again. */
  readonly timestamp: StampStanding | undefined
  /** Why nothing more is signed. */
  readonly problem: string | undefined
}

export type StampStanding = {
  readonly size: number
  readonly at: string
  readonly authority: string
  readonly signer: string | undefined
  /** The trusted root above the signer; undefined where none was given. */
  readonly root: string | undefined
  /** What is wrong with it. */
  readonly problem: string | undefined
}

export type WitnessStanding = { readonly name: string; readonly url: string; readonly size: number }

type StatusContext = Pick<Context, 'db' | 'blobs' | 'config'>

/** Looks at database, files and key; changes nothing and needs no running sequencer. */
export async function readLogStatus(ctx: StatusContext): Promise<LogStatus> {
  const { db, blobs, config } = ctx
  const keys = readLogKeys(config)
  const examined = await examineLog({ db, files: blobs.named, keys, witnesses: askedWitnesses(config) })
  const head = await readHead(db)
  const { cursor } = await readStanding(db)
  const published = await (await currentLogFiles(db, blobs.named)).read(CHECKPOINT)
  const checkpoint = published && openCheckpoint(Buffer.from(published).toString(), keys.vkeys)
  const key = keys.vkeys[0]
  return {
    log: key?.name,
    size: head?.size ?? 0,
    root: head && hex(head.root),
    signedAt: head?.signedAt,
    publishedSize: Number(checkpoint?.size ?? 0),
    waiting: await countWaiting(db, cursor),
    keyId: key && hex(key.keyId),
    vkeys: keys.vkeys.map(formatVkey),
    ...(await readWitnessing(ctx)),
    timestamp: await readStamping(ctx),
    problem: examined.ok ? undefined : examined.problem.sentence,
  }
}

async function readStamping({ db, config }: StatusContext): Promise<StampStanding | undefined> {
  const stamp = await readNewestStamp(db)
  if (!stamp) return undefined
  const { readTimestampToken } = await import('./timestamp-token.ts')
  const anchors = anchorsAt(config.recordLog.timestampAnchors)
  const read = await readTimestampToken(stamp.token, Buffer.from(stampedText(stamp.note)), { anchors })
  const { size, authority } = stamp
  if ('problem' in read)
    return { size, authority, at: stamp.stampedAt, signer: undefined, root: undefined, problem: read.problem }
  return { size, authority, at: read.at.toISOString(), signer: read.signer, root: read.root, problem: undefined }
}

async function readWitnessing({
  db,
  config,
}: StatusContext): Promise<Pick<LogStatus, 'witnesses' | 'quorum' | 'cosignedSize'>> {
  const asked = askedWitnesses(config)
  const { quorum } = config.recordLog
  const witnesses: WitnessStanding[] = []
  for (const witness of asked)
    witnesses.push({ name: witness.name, url: witness.url, size: await lastCosigned(db, witness) })
  const cosigned = await findCosignedHead(db, 0, { witnesses: asked, quorum })
  return { witnesses, quorum, cosignedSize: cosigned?.size ?? 0 }
}
