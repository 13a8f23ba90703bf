import { base64, parseBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { parseDecimal } from './decimal.ts'
import { HASH_LENGTH } from './merkle.ts'
import { NOTE_LIMIT, parseNote } from './signed-note.ts'

/** What a log sends to a witness (C2SP tlog-witness, "add-checkpoint"); nothing of it is verified yet. */
export type AddCheckpoint = {
  readonly oldSize: bigint
  readonly proof: readonly Uint8Array[]
  /** The signed note to the letter. */
  readonly note: string
}

/** A proof has at most 63 lines. */
const PROOF_LINES = 63
/** Characters that are read at all. */
export const ADD_CHECKPOINT_LIMIT = NOTE_LIMIT + 100 + PROOF_LINES * 45

/** The body of the request. */
export const formatAddCheckpoint = ({ oldSize, proof, note }: AddCheckpoint): string =>
  [`old ${oldSize}`, ...proof.map(base64), '', note].join('\n')

export type ReadAddCheckpoint = AddCheckpoint & {
  /** The note's text, which is what the witness signs. */
  readonly text: string
  readonly checkpoint: Checkpoint
}

/** The parts of a body; undefined unless it is exactly in the format. */
export function parseAddCheckpoint(body: string): ReadAddCheckpoint | undefined {
  const split = body.length > ADD_CHECKPOINT_LIMIT ? -1 : body.indexOf('\n\n')
  const [oldLine = '', ...lines] = body.slice(0, Math.max(split, 0)).split('\n', PROOF_LINES + 3)
  const oldSize = oldLine.startsWith('old ') ? parseDecimal(oldLine.slice('old '.length)) : undefined
  const proof = lines.map(parseBase64).filter((hash) => hash?.length === HASH_LENGTH) as Uint8Array[]
  if (oldSize === undefined || lines.length > PROOF_LINES || proof.length !== lines.length) return undefined
  const note = body.slice(split + 2)
  const text = parseNote(note)?.text
  // Extension lines are the log's own affair; a witness signs them as they are.
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text, { allowsExtensions: true })
  return text !== undefined && checkpoint ? { oldSize, proof, note, text, checkpoint } : undefined
}
