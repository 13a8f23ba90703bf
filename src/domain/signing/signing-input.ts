import type { Environment, Person } from '../case/environment.ts'
import type { CaseState } from '../case/state.ts'
import type { KindSigners } from '../document/kinds/kind-signers.ts'
import type { Capacity, SignerRole, SigningWay } from './signature.ts'
import type { Stroke } from './strokes.ts'

/** What a signer says of themselves; an officer's name is that of the session. */
export type SignerInput = {
  /** Digest of the file that was shown. */
  readonly sha256: string
  readonly as: SignerRole
  readonly name?: string | undefined
  readonly party?: string | undefined
  readonly capacity?: Capacity | undefined
}
export type SignatureInput = SignerInput & { readonly how: SigningWay; readonly strokes: readonly Stroke[] }
export type RefusalInput = SignerInput & {
  readonly reason: string
  readonly witness?: { readonly name: string; readonly strokes: readonly Stroke[] } | undefined
  readonly recording?: string | undefined
}

/** A paper of the case with the digest of its one file; none while it is being typeset. */
export type PaperToSign = { readonly id: string; readonly sha256: string | undefined }

/** One paper before one signer. */
export type Signing<Input extends SignerInput = SignerInput> = {
  readonly env: Environment
  readonly state: CaseState
  readonly paper: PaperToSign
  readonly document: CaseState['documents'][number]
  readonly wants: KindSigners
  readonly input: Input
  readonly actor: Person
}

export const SIGNER_WORDS: Readonly<Record<SignerRole, string>> = {
  party: '当事人',
  officer: '执法人员',
  witness: '见证人',
}
