import type { PlainDate } from '../calendar/plain-date.ts'
import type { DocumentKind } from './document-kind.ts'
import { findDocumentKind } from './registry.ts'

/** The title a document has in lists and in the dossier: agency, kind and, where there are several parties, whom it addresses. */
export function documentTitle(kind: DocumentKind, agencyName: string, partyName?: string): string {
  const addressee = kind.per === 'party' && partyName !== undefined ? `（${partyName}）` : ''
  return `${agencyName}${kind.title}${addressee}`
}

/** The title that the kind had on a day; its code when there was none. */
export function documentTitleOf(code: string, on: PlainDate): string {
  return findDocumentKind(code, on)?.title ?? code
}
