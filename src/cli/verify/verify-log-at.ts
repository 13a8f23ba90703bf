import { hash } from 'node:crypto'
import { hex } from '#domain/record-log/bytes.ts'
import { NOTE_LIMIT } from '#domain/record-log/signed-note.ts'
import { OperatorError } from '#server/operator-error.ts'
import { readAnchors } from '#server/record-log/judge-chain.ts'
import { verifySignature } from '#verifier/cryptography.ts'
import { verifySm2 } from '#verifier/sm2.ts'
import { type LogVerdict, type ReadLog, verifyLog } from '#verifier/verify-log.ts'
import type { Answer } from '../command.ts'
import { withKnown } from './known-checkpoint.ts'
import { keep, logSource, mirrored, readAtMost } from './log-source.ts'
import { vkeyLines } from './read-vkeys.ts'
import { tellVerdict } from './tell-verdict.ts'
import { verifyTimestamp, withStamp } from './verify-timestamp.ts'

/** Node's own SHA-256, many times as fast as one in JavaScript. */
export const nodeDigest = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

export type LogAsked = {
  readonly place: string
  /** Without any the log's own key is taken, and the verdict says so. */
  readonly vkeys: readonly string[]
  /** Text of a policy (C2SP tlog-policy). */
  readonly policy: string | undefined
  /** A checkpoint's file that somebody has kept, which the log must have grown from. */
  readonly known: string | undefined
  /** Folder that gets a copy of the log. */
  readonly save: string | undefined
  /** PEM file of the roots that are trusted for time stamps. */
  readonly tsaAnchors: string | undefined
}

type Say = (sentence: string) => void

const OWN_KEY = '不证明签名者是谁：没有给出公钥，用的是日志自己提供的公钥；请用 --vkey 给出机关公布的公钥再核对一次。'
const NO_KEY = '没有公钥：请用 --vkey 给出日志的公钥（一整行，或者存有它的文件）。'

/** Verifies the whole log at a folder or address, and keeps a copy when asked. */
export async function verifyLogAt(asked: LogAsked, say: Say): Promise<Answer> {
  const { place, vkeys, policy, known, save, tsaAnchors } = asked
  const anchors = tsaAnchors === undefined ? [] : readAnchors(tsaAnchors, '--tsa-anchors')
  const source = logSource(place)
  const isOwn = vkeys.length === 0 && policy === undefined
  const trust = isOwn ? await ownTrust(source) : { vkeys, policy }
  if (trust.vkeys.length === 0 && trust.policy === undefined) throw new OperatorError(NO_KEY, 2)
  const started = performance.now()
  const verdict = await verifyAndKeep(source, trust, save, say)
  const seconds = (performance.now() - started) / 1000
  const isOwnKey = verdict.ok && isOwn
  const stamped = await withKnown(withStamp(verdict, await verifyTimestamp({ source, trust, verdict, anchors })), {
    source,
    trust,
    known: keptFile(known),
  })
  return tellLog({ ...stamped, notProved: [...stamped.notProved, ...(isOwnKey ? [OWN_KEY] : [])] }, seconds)
}

function keptFile(path: string | undefined): Uint8Array | undefined {
  const bytes = path === undefined ? undefined : readAtMost(path, NOTE_LIMIT)
  if (path !== undefined && (bytes === undefined || bytes === 'too-long'))
    throw new OperatorError(`--known 的“${path}”不是检查点的文件。`, 2)
  return bytes === 'too-long' ? undefined : bytes
}

export type Given = Pick<LogAsked, 'vkeys' | 'policy'>

/** What the log says of itself. */
async function ownTrust(source: ReadLog): Promise<Given> {
  const policy = await source('policy')
  const vkeys = vkeyLines((await source('vkey')) ?? new Uint8Array())
  return { vkeys, policy: policy && new TextDecoder().decode(policy) }
}

/** The checkpoint is read once and kept last, so that a copy never has one without its tiles. */
async function verifyAndKeep(source: ReadLog, { vkeys, policy }: Given, save: string | undefined, say: Say) {
  const tiles = save === undefined ? source : mirrored(source, save)
  const verdict = await verifyLog({
    digest: nodeDigest,
    verifySignature,
    verifySm2,
    vkeys,
    policy,
    read: tiles,
    onProgress: progress(say),
  })
  if (save !== undefined && verdict.bytes) await keep(save, 'checkpoint', verdict.bytes)
  return verdict
}

const SAY_EVERY = 100_000n

function progress(say: Say): (leaves: bigint) => void {
  let next = SAY_EVERY
  return (leaves) => {
    if (leaves < next) return
    say(`已核对 ${leaves} 条…`)
    next = leaves + SAY_EVERY
  }
}

function tellLog(verdict: LogVerdict, seconds: number): Answer {
  const { checkpoint, ok } = verdict
  const size = Number(checkpoint?.size ?? 0n)
  const leavesPerSecond = Math.round(size / seconds)
  const rate = `共 ${size} 条，用时 ${seconds.toFixed(1)} 秒，每秒 ${leavesPerSecond} 条。`
  const told = checkpoint && { origin: checkpoint.origin, size, root: hex(checkpoint.root) }
  return tellVerdict(verdict, { ...told, leavesPerSecond }, ok ? [rate] : [])
}
