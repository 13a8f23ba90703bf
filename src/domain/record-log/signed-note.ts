import { base64, parseBase64 } from './base64.ts'
import { concatBytes, equalBytes, utf8 } from './bytes.ts'
import type { Vkey } from './vkey.ts'

/** Whether an Ed25519 signature over the message is the key's (RFC 8032); must not throw on bytes of a wrong length. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** Both signatures are 64 bytes long: R ‖ S of Ed25519, r ‖ s of SM2. */
const SIGNATURE_LENGTH = 64

/** `keyId` are the first four bytes of the signature line, `signature` what follows. */
export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array }
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** More signatures or characters than this are not read; C2SP signed-note asks for at least 16, of up to nearly 5 kB each. */
export const SIGNATURE_LIMIT = 64
export const NOTE_LIMIT = 1_000_000

/** Text, blank line, one line for each signature (C2SP signed-note, "Format"); the text ends with a line end. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`
}

/** One line of a note, with its line end. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${base64(concatBytes(keyId, signature))}\n`

/** The parts of a note, nothing of it verified yet; undefined unless it is exactly in the format. */
export function parseNote(note: string): Note | undefined {
  if (note.length > NOTE_LIMIT || !isNoteText(note)) return undefined
  const split = note.lastIndexOf('\n\n')
  const lines = note.slice(split + 2).split('\n')
  if (split < 0 || lines.pop() !== '' || lines.length === 0 || lines.length > SIGNATURE_LIMIT) return undefined
  const signatures = lines.map(parseSignatureLine).filter((signature) => signature !== undefined)
  return signatures.length === lines.length ? { text: note.slice(0, split + 1), signatures } : undefined
}

/** No control characters but the line end, and no half of a surrogate pair, which has no UTF-8. */
function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the format forbids
  return !/[\u0000-\u0009\u000b-\u001f]/.test(text) && text.isWellFormed()
}

/** The parts of one line without its line end; undefined unless it is exactly in the format. */
export function parseSignatureLine(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— ([^\s+]+) ([^\s]+)$/u.exec(line) ?? []
  const bytes = parseBase64(encoded)
  if (name === '' || !bytes || bytes.length < 5) return undefined
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

export type OpenedNote =
  | { readonly ok: true; readonly text: string; readonly signedBy: readonly Vkey[] }
  | { readonly ok: false; readonly reason: 'malformed' | 'unknown-key' | 'bad-signature' }

export type Trust = {
  readonly vkeys: readonly Vkey[]
  readonly verifySignature: VerifySignature
  /** SM2 with SM3 and the usual identity (GB/T 32918.2); without it keys of that type are unknown. */
  readonly verifySm2?: VerifySignature | undefined
}

/**
 * The text of a note that a known key signed (C2SP signed-note, "Signatures"): signatures of unknown keys are passed over,
 * one failing signature of a known key refuses the note.
 */
export function openNote(note: string, trust: Trust): OpenedNote {
  const parsed = parseNote(note)
  if (!parsed) return { ok: false, reason: 'malformed' }
  const message = utf8(parsed.text)
  const signers = parsed.signatures.map((line) => signerOf(line, message, trust))
  if (signers.includes('bad')) return { ok: false, reason: 'bad-signature' }
  const signedBy = signers.filter((signer) => typeof signer === 'object')
  return signedBy.length > 0 ? { ok: true, text: parsed.text, signedBy } : { ok: false, reason: 'unknown-key' }
}

/** Who made the line; undefined for a key that is not known here. */
function signerOf(line: NoteSignature, message: Uint8Array, trust: Trust): Vkey | 'bad' | undefined {
  const vkey = trust.vkeys.find((known) => isBy(known, line))
  const verify = vkey && { ed25519: trust.verifySignature, sm2: trust.verifySm2, cosignature: undefined }[vkey.type]
  if (!vkey || !verify) return undefined
  const isValid = line.signature.length === SIGNATURE_LENGTH && verify(vkey.publicKey, message, line.signature)
  return isValid ? vkey : 'bad'
}

/** Whether name and id of the line are the key's. */
export const isBy = ({ name, keyId }: Vkey, line: NoteSignature): boolean =>
  name === line.name && equalBytes(keyId, line.keyId)

/** The text signed by one key; `sign` makes the Ed25519 signature, so that the private key stays with the caller. */
export function signNote(text: string, vkey: Vkey, sign: (message: Uint8Array) => Uint8Array): string {
  const { name, keyId } = vkey
  return formatNote({ text, signatures: [{ name, keyId, signature: sign(utf8(text)) }] })
}
