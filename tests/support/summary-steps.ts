import type { RawFacts } from '#domain/case/command.ts'
import type { Party } from '#domain/case/state.ts'
import { COMPANY, done, type LawOffice, type Opened } from './law-office.ts'
import { deliverAll } from './penalty-steps.ts'

const ACT = 'violation-1'
export const STALL: Party = { ...COMPANY, kind: 'self-employed', name: '青石早市豆腐摊' }

export function openSummary(office: LawOffice, more: Opened = {}): LawOffice {
  done(office.open('penalty-summary', 'lin', { case: { 'found-on': office.today, place: '青石早市' } }, more))
  return office
}

/** What is filled in at the stall: a fine of 50 yuan. */
export function summaryDecision(office: LawOffice, more: Decided = {}): RawFacts {
  return {
    case: {
      officers: ['lin', 'zhou'],
      'certificate-shown': true,
      'facts-found': '当事人占道摆放食品摊。',
      'informed-orally': true,
      correction: '当场改正',
      ...more.case,
    },
    party: { 'party-1': { ...more.party } },
    violation: { [ACT]: { 'act-ended-on': office.today, fine: '50', ...more.act } },
  }
}
type Values = Readonly<Record<string, unknown>>
type Decided = { readonly case?: Values; readonly party?: Values; readonly act?: Values }

export function decide(office: LawOffice, more: Decided = {}) {
  return office.take('lin', 'decide', summaryDecision(office, more))
}

/** The decision lies in the hands of the party. */
export function toPerformance(office: LawOffice): LawOffice {
  done(decide(openSummary(office)))
  return handOver(office)
}

export function handOver(office: LawOffice): LawOffice {
  deliverAll(office)
  done(office.take('lin', 'begin-performance'))
  return office
}

export function collection(office: LawOffice, more: Values = {}, ground = '罚款一百元以下') {
  const given = { paid: '50', 'paid-on': office.today, 'receipt-number': '票 0001', 'is-performed': true, ...more }
  return { case: { 'collection-ground': ground }, party: { 'party-1': given } }
}

export function collect(office: LawOffice, more: Values = {}, ground?: string) {
  return office.take('lin', 'collect', collection(office, more, ground))
}

export function close(office: LawOffice) {
  return office.take('lin', 'close', { case: { 'closure-note': '已履行完毕' } })
}

/** Reported, collected, handed in and deposited. */
export function settle(office: LawOffice): LawOffice {
  done(office.take('lin', 'file-record'))
  done(collect(office))
  done(office.take('lin', 'hand-in'))
  done(office.take('lin', 'deposit'))
  return office
}
