import { hex } from '#domain/record-log/bytes.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import type { Context } from '../context.ts'
import { examineLog, openCheckpoint } from './examine-log.ts'
import { CHECKPOINT } from './log-files.ts'
import { countWaiting, readHead, readStanding } from './log-rows.ts'
import { readLogKeys } from './signing-key.ts'

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
  /** Why nothing more is signed. */
  readonly problem: string | undefined
}

/** Looks at database, files and key; changes nothing and needs no running sequencer. */
export async function readLogStatus({
  db,
  blobs,
  config,
}: Pick<Context, 'db' | 'blobs' | 'config'>): Promise<LogStatus> {
  const keys = readLogKeys(config)
  const examined = await examineLog({ db, files: blobs.named, keys })
  const head = await readHead(db)
  const { cursor } = await readStanding(db)
  const published = await blobs.named.read(CHECKPOINT)
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
    problem: examined.ok ? undefined : examined.problem.sentence,
  }
}
