import type { RawFacts } from '#domain/case/command.ts'
import { COMPANY, done, LawOffice, type Opened, VIOLATION, type Who } from './law-office.ts'
import * as steps from './penalty-steps.ts'

export const SHOP = { ...COMPANY, id: 'party-shop', name: '青石早点铺', code: '92990102MA00000002' }
export const SHOP_ACT = { ...VIOLATION, id: 'violation-shop', party: SHOP.id }
export const SECOND: Opened = { id: 'case-second', parties: [SHOP], violations: [SHOP_ACT] }
export const MERGE = { 'merge-reason': '同一批次食品的上下家，共同违法' }
export const SPLIT: RawFacts = {
  case: {
    'split-name': '青石早点铺经营超过保质期食品案',
    'split-evidence': ['ev-1'],
    'split-reason': '两个当事人没有牵连',
  },
  violation: { [SHOP_ACT.id]: { 'split-off': true } },
}
/** The case that goes on, filed and being investigated. */
export function mainCase(more: Opened = {}): LawOffice {
  const office = new LawOffice()
  steps.fileCase(office, { id: 'case-main', name: '主案', ...more })
  return office
}

/** The case that goes over, with a record and a piece of evidence. */
export function secondCase(more: Opened = {}): LawOffice {
  const office = new LawOffice()
  steps.fileCase(office, { ...SECOND, ...more })
  done(office.take('lin', 'inquire', steps.inquiry(office)))
  done(office.take('lin', 'add-evidence', {}, [{ ...steps.EVIDENCE, id: 'ev-shop' }]))
  steps.bindOwed(office)
  return office
}

/** Proposes it, has it agreed to, and tells the other case what follows. */
export function mergeOf(here: LawOffice, there: LawOffice, agreeing: readonly Who[] = ['zheng', 'wu']) {
  here.other = there.case
  const [handler = 'lin'] = here.case.handlers as readonly Who[]
  done(here.take(handler, 'merge-into', { case: MERGE }))
  here.agreeAll(...agreeing)
  const [beside] = here.beside.slice(-1)
  if (!beside) throw new Error('nothing followed in the other case')
  there.receive(beside, agreeing.at(-1) ?? 'wu')
  here.other = undefined
  return { here, there }
}

export function merged(more: Opened = {}) {
  return mergeOf(secondCase(more), mainCase())
}

export function twoActs(more: Opened = {}): LawOffice {
  const office = new LawOffice()
  steps.fileCase(office, { parties: [COMPANY, SHOP], violations: [VIOLATION, SHOP_ACT], ...more })
  done(office.take('lin', 'inquire', steps.inquiry(office)))
  done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
  steps.bindOwed(office)
  return office
}

export function split(more: Opened = {}) {
  const here = twoActs(more)
  return { here, there: splitOf(here) }
}

/** The case that comes of it, with the evidence that is named. */
export function splitOf(here: LawOffice, evidence: readonly string[] = ['ev-1']): LawOffice {
  done(here.take('lin', 'split-off', { ...SPLIT, case: { ...SPLIT.case, 'split-evidence': evidence } }))
  here.agreeAll('zheng', 'wu')
  const [beside] = here.beside.slice(-1)
  if (!beside) throw new Error('no case was split off')
  return new LawOffice().receive(beside, 'wu')
}

/** Filed on the office's day, of acts that were found and over long before. */
export function fileOn(office: LawOffice, more: Opened): void {
  steps.openPenalty(office, more, { 'found-on': '2026-02-02' })
  const acts = office.case.violations.map(({ id }) => [id, '2026-01-05'])
  done(office.take('lin', 'file', steps.filing(office, Object.fromEntries(acts))))
  office.agreeAll('zheng', 'wu')
}
