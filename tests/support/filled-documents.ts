import type { CaseEvent } from '#domain/case/event.ts'
import { fold } from '#domain/case/evolve.ts'
import { type CaseState, getRun, type IssuedDocument } from '#domain/case/state.ts'
import { formatDocumentNumber } from '#domain/document/document-number.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import type { AgencyBlock, DocumentData } from '#domain/document/merge-data.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
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
  unit: '执法大队一中队',
}

/** Events that follow in the same command as the issue of a document. */
const SAME_COMMAND: ReadonlySet<string> = new Set([
  'document-issued',
  'child-opened',
  'delivery-made',
  'clock-started',
  'clock-met',
  'clock-resumed',
  'child-ended',
  'case-ended',
])

/** Every document of the case, filled as the office fills it: from the case as it stood after the command that issued it. */
export function fillAll(office: LawOffice, agency = LETTERHEAD): readonly DocumentData[] {
  const events = numbered(office.events)
  return events.flatMap((event, index) => {
    if (event.type !== 'document-issued') return []
    const next = events.findIndex((item, at) => at > index && !SAME_COMMAND.has(item.type))
    const state = fold(next < 0 ? events : events.slice(0, next))
    return state ? [fillOne(office, state, event.document, event.run, agency)] : []
  })
}

/** The newest document of a kind (for a party), as it was issued. */
export function fillIssued(office: LawOffice, code: string, party?: string): DocumentData {
  const ofKind = fillAll(office).filter((data) => data.document.code === code)
  const data = ofKind.findLast((item) => party === undefined || item.party?.name === party)
  if (!data) throw new Error(`no ${code} has been issued`)
  return data
}

/** A paper that no action issues, as the archive has it filled when the case is over. */
export function fillAtEnd(office: LawOffice, code: string): DocumentData {
  const state = fold(numbered(office.events))
  if (!state) throw new Error('no case')
  return fillOne(office, state, { id: 'paper', code, issuedOn: office.env.today }, 'main')
}

function fillOne(
  { env }: LawOffice,
  state: CaseState,
  document: IssuedDocument,
  run: string,
  agency = LETTERHEAD,
): DocumentData {
  return fillDocument({ env, state, run: getRun(state, run), document, agency })
}

/** The events with the numbers that the register of numbers would have given. */
function numbered(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const serials = new Map<string, number>()
  return events.map((event) => {
    const word = event.type === 'document-issued' ? wordOf(event.document) : ''
    if (event.type !== 'document-issued' || word === '') return event
    const serial = (serials.get(word) ?? 0) + 1
    serials.set(word, serial)
    const year = Number(event.document.issuedOn.slice(0, 4))
    const number = formatDocumentNumber({ agencyWord: LETTERHEAD.word, word, year, serial })
    return { ...event, document: { ...event.document, number } }
  })
}

function wordOf({ code, issuedOn }: IssuedDocument): string {
  return findDocumentKind(code, issuedOn)?.word ?? ''
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
