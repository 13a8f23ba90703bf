import { formatAddCheckpoint } from '#domain/record-log/add-checkpoint.ts'
import { openLine } from '#domain/record-log/cosignature.ts'
import { parseDecimal } from '#domain/record-log/decimal.ts'
import { parseNote, parseSignatureLine } from '#domain/record-log/signed-note.ts'
import { hashesFromTiles } from '#domain/record-log/tile.ts'
import { proveConsistency } from '#domain/record-log/tree.ts'
import type { AskedWitness } from '#domain/record-log/witness-list.ts'
import { sha256, verifyEd25519 } from './ed25519.ts'
import type { ReadTile } from './log-files.ts'
import type { Head } from './log-rows.ts'

export type WitnessReply =
  | { readonly kind: 'cosigned'; readonly line: string; readonly at: bigint }
  /** It knows another history: longer, or with another root. */
  | { readonly kind: 'refused'; readonly status: number; readonly knownSize: number }
  /** Not there, busy, not for us, or beside the protocol. */
  | { readonly kind: 'away'; readonly why: string }

export type Asking = {
  readonly witness: AskedWitness
  readonly head: Head
  /** Of the checkpoint that it cosigned last, as far as is known here. */
  readonly oldSize: number
  readonly readTile: ReadTile
  readonly patienceMs: number
}

/** Asks one witness to cosign a head; a wrong guess of what it knows is corrected once. Never throws for what it answers. */
export async function askWitness(asking: Asking): Promise<WitnessReply> {
  try {
    const first = await exchange(asking, asking.oldSize)
    if (first.status !== 409) return replyOf(asking, first, asking.oldSize)
    const known = knownSize(first)
    if (known === undefined) return { kind: 'away', why: 'a conflict without its size' }
    if (known > asking.head.size || known === asking.oldSize) return { kind: 'refused', status: 409, knownSize: known }
    return replyOf(asking, await exchange(asking, known), known)
  } catch (error) {
    return { kind: 'away', why: error instanceof Error ? error.message : String(error) }
  }
}

type Exchanged = { readonly status: number; readonly body: string }

async function exchange({ witness, head, readTile, patienceMs }: Asking, oldSize: number): Promise<Exchanged> {
  const sizes = { oldSize: BigInt(oldSize), newSize: BigInt(head.size) }
  const hashAt = hashesFromTiles({ digest: sha256, size: sizes.newSize, readTile })
  const isGrown = oldSize > 0 && oldSize < head.size
  const proof = isGrown ? await proveConsistency({ digest: sha256, hashAt, ...sizes }) : []
  const answer = await fetch(`${witness.url}/add-checkpoint`, {
    method: 'POST',
    body: formatAddCheckpoint({ oldSize: sizes.oldSize, proof, note: head.note }),
    signal: AbortSignal.timeout(patienceMs),
    redirect: 'error',
  })
  return { status: answer.status, body: await shortText(answer) }
}

const ANSWER_LIMIT = 100_000

async function shortText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > ANSWER_LIMIT) throw new Error('an answer far too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function knownSize({ body }: Exchanged): number | undefined {
  const size = parseDecimal(body.replace(/\n$/, ''))
  return size === undefined ? undefined : Number(size)
}

function replyOf(asking: Asking, { status, body }: Exchanged, oldSize: number): WitnessReply {
  if (status === 200) return cosigned(asking, body)
  // The size was the one it named, so that only the root can differ.
  if (status === 409 || status === 422) return { kind: 'refused', status, knownSize: oldSize }
  return { kind: 'away', why: `answered ${status}` }
}

/** Takes only the line of the witness itself, verified over the very text that was sent. */
function cosigned({ witness, head }: Asking, body: string): WitnessReply {
  const text = parseNote(head.note)?.text ?? ''
  const known = { witnesses: [witness.vkey], verifySignature: verifyEd25519 }
  for (const line of body.split('\n')) {
    const parsed = parseSignatureLine(line)
    const opened = parsed && openLine(text, parsed, known)
    if (typeof opened === 'object') return { kind: 'cosigned', line: `${line}\n`, at: opened.at }
  }
  return { kind: 'away', why: 'answered without a valid cosignature' }
}
