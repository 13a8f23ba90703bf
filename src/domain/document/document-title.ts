import type { DocumentKind } from './document-kind.ts'

/** The title a document has in lists and in the dossier: agency, kind and, where there are several parties, whom it addresses. */
export function documentTitle(kind: DocumentKind, agencyName: string, partyName?: string): string {
  const addressee = kind.per === 'party' && partyName !== undefined ? `（${partyName}）` : ''
  return `${agencyName}${kind.title}${addressee}`
}
