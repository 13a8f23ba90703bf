import { concatBytes, utf8 } from './bytes.ts'
import { isBy, type NoteSignature, parseNote, signatureLine, type VerifySignature } from './signed-note.ts'
import type { Vkey } from './vkey.ts'

/** A witness's statement that, at that time, this was the longest consistent tree of the log it had seen. */
export type Cosignature = {
  readonly witness: Vkey
  /** Seconds since 1970, as the witness wrote it. */
  readonly at: bigint
}

const TIME_LENGTH = 8
const SIGNATURE_LENGTH = 64
const TIME_LIMIT = 1n << 63n

/** What a witness signs (C2SP tlog-cosignature, "Ed25519 signed message"); the text is the checkpoint without its signatures. */
export const cosignedMessage = (text: string, at: bigint): Uint8Array => utf8(`cosignature/v1\ntime ${at}\n${text}`)

/** The signature line of a witness over a checkpoint's text, with its line end. */
export function cosignatureLine(
  text: string,
  { witness, at }: Cosignature,
  sign: (message: Uint8Array) => Uint8Array,
): string {
  const signature = concatBytes(timeBytes(at), sign(cosignedMessage(text, at)))
  return signatureLine({ name: witness.name, keyId: witness.keyId, signature })
}

function timeBytes(at: bigint): Uint8Array {
  return Uint8Array.from({ length: TIME_LENGTH }, (_, nth) =>
    Number((at >> BigInt(8 * (TIME_LENGTH - 1 - nth))) & 0xffn),
  )
}

type Known = { readonly witnesses: readonly Vkey[]; readonly verifySignature: VerifySignature }

/**
 * The cosignatures of known witnesses on a note, each witness once (its earliest); undefined when the note is none, or when a
 * line of a known witness does not verify. Lines of unknown keys are passed over.
 */
export function openCosignatures(note: string, known: Known): readonly Cosignature[] | undefined {
  const parsed = parseNote(note)
  if (!parsed) return undefined
  const opened = parsed.signatures.map((line) => openLine(parsed.text, line, known))
  if (opened.includes('bad')) return undefined
  const valid = opened.filter((line) => typeof line === 'object')
  return known.witnesses.flatMap((witness) => {
    const own = valid.filter((cosignature) => cosignature.witness === witness)
    return own.length === 0 ? [] : [own.reduce((first, next) => (next.at < first.at ? next : first))]
  })
}

/** The cosignature of one line; undefined when it is of no known witness, `bad` when it does not verify. */
export function openLine(text: string, line: NoteSignature, known: Known): Cosignature | 'bad' | undefined {
  const witness = known.witnesses.find((vkey) => vkey.type === 'cosignature' && isBy(vkey, line))
  if (!witness) return undefined
  if (line.signature.length !== TIME_LENGTH + SIGNATURE_LENGTH) return 'bad'
  const at = line.signature.subarray(0, TIME_LENGTH).reduce((time, byte) => (time << 8n) | BigInt(byte), 0n)
  const signature = line.signature.slice(TIME_LENGTH)
  const isValid = at < TIME_LIMIT && known.verifySignature(witness.publicKey, cosignedMessage(text, at), signature)
  return isValid ? { witness, at } : 'bad'
}
