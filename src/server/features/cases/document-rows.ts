import type { Environment } from '#domain/case/environment.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import { type CaseState, getRun, type IssuedDocument } from '#domain/case/state.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import type { AgencyBlock, DocumentData } from '#domain/document/merge-data.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
import { newVerifyAddress } from '#server/features/documents/index.ts'

export type DocumentRow = {
  readonly id: string
  readonly party: string | null
  readonly code: string
  readonly number: string | null
  readonly word: string | null
  readonly year: number | null
  readonly ordinal: number | null
  readonly issuedOn: string
  /** Merge data as it was on the day of issue, so that the file can be typeset again to the same bytes. */
  readonly data: unknown
}

export function documentRows(
  env: Environment,
  state: CaseState,
  agency: AgencyBlock,
  events: readonly CaseEvent[],
  portalPublicUrl: string,
): readonly DocumentRow[] {
  return events.flatMap((event) => {
    if (event.type !== 'document-issued') return []
    const { document } = event
    const filled = fillDocument({ env, state, run: getRun(state, event.run), document, agency })
    const data = isLetter(document) ? withAddress(filled, newVerifyAddress(portalPublicUrl)) : filled
    const { id, code, issuedOn, party = null, number = null, series } = document
    const { word = null, year = null, serial = null } = series ?? {}
    return [{ id, code, issuedOn, party, number, word, year, ordinal: serial, data }]
  })
}

/** What leaves the house under the agency's red head can be verified by whoever receives it. */
function isLetter({ code, issuedOn }: IssuedDocument): boolean {
  return findDocumentKind(code, issuedOn)?.header === 'red'
}

function withAddress(data: DocumentData, verifyUrl: string): DocumentData {
  return { ...data, document: { ...data.document, verifyUrl } }
}
