import { DOCUMENT_KINDS } from '#domain/document/registry.ts'

const kindOf = (code: string) => DOCUMENT_KINDS.find((kind) => kind.code === code)

/** What a kind of document is called. */
export function documentKindTitle(code: string): string {
  return kindOf(code)?.title ?? code
}

/** Whether each party gets one of its own. */
export function isForEachParty(code: string): boolean {
  return kindOf(code)?.per === 'party'
}
