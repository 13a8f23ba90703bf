import { parseUtf8 } from '#domain/record-log/bytes.ts'
import type { Checkpoint } from '#domain/record-log/checkpoint.ts'
import { OperatorError } from '#server/operator-error.ts'
import { openCheckpoint } from '#server/record-log/examine-log.ts'
import { readLogKeys } from '#server/record-log/signing-key.ts'
import { isAddress, readAtMost } from '../verify/log-source.ts'

/** The last checkpoint that somebody outside holds, its signature checked. */
export type Published = { readonly checkpoint: Checkpoint; readonly bytes: Uint8Array }

const LIMIT = 64 * 1024

/** Reads a checkpoint from a file or a web address; throws an OperatorError unless a key of that home signed it. */
export async function readPublished(given: string, home: string): Promise<Published> {
  const bytes = isAddress(given) ? await fetched(given) : readAtMost(given, LIMIT)
  if (bytes === undefined || bytes === 'too-long') throw new OperatorError(`没有找到检查点 ${given}；请核对路径。`, 2)
  const checkpoint = openCheckpoint(parseUtf8(bytes) ?? '', readLogKeys({ home }).vkeys)
  if (checkpoint) return { checkpoint, bytes }
  throw new OperatorError(`${given} 不是用这份备份的 log-key 签名的检查点；请核对是不是这个机关的 /log/checkpoint。`, 2)
}

async function fetched(address: string): Promise<Uint8Array> {
  const url = address.endsWith('/checkpoint') ? address : `${address.replace(/\/*$/, '')}/checkpoint`
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) })
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
  } catch {
    // Said below in words.
  }
  throw new OperatorError(`读不到 ${url}；请检查地址和网络，或者给出存下来的检查点文件。`, 1)
}
