import type { CaseState } from '#domain/case/state.ts'
import type { KindSigners } from '#domain/document/kinds/kind-signers.ts'
import type { StripSheet } from '#domain/print/strip-sheet.ts'
import { type Refused, type Signed, wayOf } from '#domain/signing/signature.ts'
import { lineOf, markOf } from '#domain/signing/signed-sheet.ts'
import { signersOf, signingStateOf } from '#domain/signing/signers-of.ts'
import type { Stroke } from '#domain/signing/strokes.ts'
import type { Queryable } from '#server/db/database.ts'
import { calledBy, proofOf } from './read-signing.ts'
import { strokesOf } from './signed-papers-store.ts'

type Given = { readonly signed: readonly Signed[]; readonly refused: readonly Refused[] }
type Drawn = (signature: string) => readonly Stroke[] | undefined
export type SignedLines = Pick<StripSheet, 'signed' | 'refused'>

/** Who signed and who refused, each as a line with the mark. */
export function linesOf(wants: KindSigners, { signed, refused }: Given, drawn: Drawn): SignedLines {
  const line = (item: Signed | Refused, way: string) => lineOf(item, calledBy(wants, item.as), way)
  return {
    signed: signed.map((item) => ({ ...line(item, wayOf(item)), who: item.as, mark: markOf(item, drawn) })),
    refused: refused.map((item) => ({
      ...line(item, '拒绝'),
      ...(item.witness?.strokes && { mark: markOf(item, drawn) }),
      reason: item.reason,
      proof: proofOf(item),
    })),
  }
}

/** What had been signed and refused on a screen under a paper by an instant; empty for a paper that nobody signs. */
export async function signedLinesBy(
  db: Queryable,
  { state, document, by }: { readonly state: CaseState; readonly document: string; readonly by: string },
): Promise<SignedLines> {
  const signing = signingStateOf(state, document)
  const wants = signing && signersOf(signing.document.code)
  if (!signing || !wants) return { signed: [], refused: [] }
  const isBefore = ({ at }: { readonly at: string }) => Date.parse(at) <= Date.parse(by)
  const strokes = await strokesOf(db, document)
  const given = { signed: signing.signed.filter(isBefore), refused: signing.refused.filter(isBefore) }
  return linesOf(wants, given, (id) => strokes.get(id))
}
