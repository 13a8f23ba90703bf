import { DOCUMENT_KINDS } from '#domain/document/registry.ts'

/** What a kind of document is called. */
export function documentKindTitle(code: string): string {
  return DOCUMENT_KINDS.find((kind) => kind.code === code)?.title ?? code
}
