import { getRun } from '#domain/case/state.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import type { AgencyBlock, DocumentData } from '#domain/document/merge-data.ts'
import type { LawOffice } from './law-office.ts'

/** The letterhead of the invented office. */
export const LETTERHEAD: AgencyBlock = {
  name: '南屏市青石区市场监督管理局',
  word: '南青市监',
  address: '南屏市青石区行政中心路1号',
  phone: '0000-1234567',
  uscc: '11990102000000000A',
  reviewBody: '青石区人民政府',
  court: '青石区人民法院',
}

/** The newest document of a kind, filled from the case as it now stands. */
export function fillIssued(office: LawOffice, code: string, party?: string): DocumentData {
  const document = office.case.documents.findLast((doc) => doc.code === code && (!party || doc.party === party))
  if (!document) throw new Error(`no ${code} has been issued`)
  const { env, case: state } = office
  return fillDocument({ env, state, run: getRun(state, document.run), document, agency: LETTERHEAD })
}

/** Every text in merge data, one after another. */
export function plainWords(data: DocumentData): string {
  const texts: string[] = []
  JSON.stringify(data, (_key, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts.join('\n')
}
