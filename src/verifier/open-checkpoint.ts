import { parseUtf8 } from '#domain/record-log/bytes.ts'
import {
  type JudgedCheckpoint,
  judgeCheckpoint,
  readTrust,
  type TrustQuestion,
} from '#domain/record-log/judge-checkpoint.ts'
import { NOTE_LIMIT } from '#domain/record-log/signed-note.ts'

/** The checkpoint of a log's `checkpoint` file when keys and policy are satisfied, or the reason why not. */
export function openCheckpoint(
  question: TrustQuestion,
  bytes: Uint8Array,
): JudgedCheckpoint | { readonly problem: string } {
  const trust = readTrust(question)
  if ('problem' in trust) return trust
  return judgeCheckpoint(trust, bytes.length > NOTE_LIMIT ? '' : (parseUtf8(bytes) ?? ''))
}
