import type { CaseState } from '../case/state.ts'
import { KIND_SIGNERS, type KindSigners } from '../document/kinds/kind-signers.ts'
import type { Refused, Signed } from './signature.ts'

/** What stands under one paper, and whose word is still wanting. */
export type SigningState = {
  readonly document: CaseState['documents'][number]
  readonly signed: readonly Signed[]
  readonly refused: readonly Refused[]
  /** Whose signature the kind asks for and nobody has given, refused or noted; in words. */
  readonly wanting: readonly string[]
}

/** The signatures that a kind of paper wants; undefined where it is not signed on a screen. */
export function signersOf(code: string): KindSigners | undefined {
  return Object.hasOwn(KIND_SIGNERS, code) ? KIND_SIGNERS[code] : undefined
}

/** How far a paper of the case is signed; undefined for one that nobody signs. */
export function signingStateOf(state: CaseState, documentId: string): SigningState | undefined {
  const document = state.documents.find((item) => item.id === documentId)
  const wants = document && signersOf(document.code)
  if (!document || !wants) return undefined
  const signed = (state.signatures ?? []).filter((item) => item.document === documentId)
  const refused = (state.unsigned ?? []).filter((item) => item.document === documentId)
  if (document.voided) return { document, signed, refused, wanting: [] }
  return { document, signed, refused, wanting: wantingOf(wants, signed, refused) }
}

function wantingOf(wants: KindSigners, signed: readonly Signed[], refused: readonly Refused[]): readonly string[] {
  const heard = [...signed, ...refused]
  const party = wants.party && !heard.some(({ as }) => as === 'party') ? [wants.party] : []
  const given = signed.filter(({ as }) => as === 'officer').length
  const left = (wants.officers?.count ?? 0) - given
  const officers = wants.officers && left > 0 ? [`${wants.officers.called} ${left} 人`] : []
  return [...party, ...officers]
}
