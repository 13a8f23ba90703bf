import type { RawFacts } from '#domain/case/command.ts'
import { isUndecided } from '#domain/case/proposal.ts'
import { sceneDebts } from '#domain/case/scene-debts.ts'
import { type Evidence, rootRun } from '#domain/case/state.ts'
import { goingBack } from './custody-steps.ts'
import { done, type LawOffice, type Opened } from './law-office.ts'

const ID = 'violation-1'
export const OPENING: RawFacts = {
  case: {
    source: '行政检查',
    'found-on': '2026-05-28',
    clue: '检查发现货架有超过保质期的调味品',
    place: '青石区某路 1 号',
  },
}
export const FILING: RawFacts = {
  case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违反食品安全法' },
  violation: { [ID]: { 'act-ended-on': '2026-05-28' } },
}
export const NOTICE: RawFacts = {
  case: { 'facts-found': '当事人经营超过保质期的调味品 6 瓶。' },
  violation: { [ID]: { fine: '5000', warning: true } },
}
export const DELIVERED: RawFacts = {
  case: { method: '直接送达', 'received-by': '赵某', 'delivery-place': '当事人住所', 'delivered-by': ['lin', 'zhou'] },
}

/** A fine that opens the hearing to an organisation: the threshold is 100,000 yuan, inclusive. */
export const HEAVY_NOTICE: RawFacts = {
  case: { 'facts-found': '当事人经营超过保质期的调味品 600 瓶。' },
  violation: { [ID]: { fine: '100000' } },
}
export const EVIDENCE: Evidence = { id: 'ev-1', kind: '书证', title: '进货台账', source: '当事人提供' }

export function deliverAll(office: LawOffice, facts: Record<string, unknown> = {}): void {
  for (const run of office.case.runs.filter((item) => item.procedure === 'delivery' && !item.endedOn)) {
    const given = { case: { ...DELIVERED.case, 'received-on': office.today, ...facts } }
    const scenes = office.unrecorded(run.id, 'deliver', given)
    done(office.do('lin', { type: 'take', run: run.id, action: 'deliver', facts: given, evidence: [], scenes }))
  }
}

export function openPenalty(office: LawOffice, more: Opened = {}, found: Record<string, unknown> = {}): void {
  done(office.open('penalty-ordinary', 'lin', { case: { ...OPENING.case, ...found } }, more))
}

/** The facts of filing, with the same end of the act for every violation unless `ended` names another. */
export function filing(office: LawOffice, ended: Record<string, string> = {}): RawFacts {
  const acts = office.case.violations.map(({ id }) => [id, { 'act-ended-on': ended[id] ?? '2026-05-28' }])
  return { ...FILING, violation: Object.fromEntries(acts) }
}

export function fileCase(office: LawOffice, more: Opened = {}, ended: Record<string, string> = {}): void {
  openPenalty(office, more)
  done(office.take('lin', 'file', filing(office, ended)))
  office.agreeAll('zheng', 'wu')
}

export function talk(office: LawOffice): Record<string, unknown> {
  return {
    officers: ['lin', 'zhou'],
    'certificate-shown': true,
    'began-at': `${office.today}T01:00:00.000Z`,
    'ended-at': `${office.today}T02:00:00.000Z`,
  }
}

export function inquiry(office: LawOffice, more: Record<string, unknown> = {}): RawFacts {
  const words = { 'inquiry-place': '本局询问室', 'inquired-person': '赵某', 'inquiry-text': '问：……\n答：……' }
  return { case: { ...talk(office), ...words, ...more } }
}

export function scene(office: LawOffice, more: Record<string, unknown> = {}): RawFacts {
  return { case: { ...talk(office), 'scene-place': '经营场所', 'scene-text': '货架上有 6 瓶。', ...more } }
}

export const REPORT = {
  'facts-found': '当事人经营超过保质期的调味品 6 瓶。',
  'is-complicated': false,
  'is-major': false,
  'public-interest': false,
  'is-complex': false,
  'other-review-ground': false,
  proposal: '给予行政处罚',
  'proposal-reason': '事实清楚，证据充分',
}

/** What must be recorded gets its recording from the docking station. */
export function bindOwed(office: LawOffice): void {
  for (const { run, scene, media } of sceneDebts(office.case).filter(({ duty }) => duty === 'must'))
    done(office.bind('lin', run, scene, { medium: media[0] ?? 'video' }))
}

export function investigate(office: LawOffice, more: Record<string, unknown> = {}): void {
  done(office.take('lin', 'inquire', inquiry(office)))
  done(office.take('lin', 'add-evidence', {}, [EVIDENCE]))
  bindOwed(office)
  done(office.take('lin', 'report', { case: { ...REPORT, ...more } }))
  done(office.agree('zheng'))
}

export function issueNotice(office: LawOffice, notice: RawFacts = NOTICE): void {
  done(office.take('lin', 'issue-notice', notice))
  office.agreeAll('zheng', 'wu')
}

export function notify(office: LawOffice, notice: RawFacts = NOTICE): void {
  issueNotice(office, notice)
  deliverAll(office)
}

export const WAIVER = { 'waives-statement': true, 'waives-hearing': true, 'waiver-medium': '书面' }

export function waive(office: LawOffice, facts: Record<string, unknown> = WAIVER): void {
  done(office.take('lin', 'hear-party', { party: ofEveryParty(office, facts) }))
}

export function ofEveryParty(office: LawOffice, facts: Record<string, unknown>) {
  return Object.fromEntries(office.case.parties.map(({ id }) => [id, facts]))
}

/** Asked for today, unless it was on an earlier day. */
export function requestHearing(office: LawOffice, party = 'party-1', askedOn: string = office.today) {
  const asked = { 'hearing-asked-on': askedOn, 'hearing-request': '当事人书面要求听证' }
  return office.take('lin', 'hold-hearing', { party: { [party]: asked } })
}

export const CALL = {
  host: ['zhu'],
  'hearing-on': '2026-06-12',
  'hearing-at': '上午九时三十分',
  'hearing-place': '本局会议室',
  'is-open': true,
}

export function callHearing(office: LawOffice, more: Record<string, unknown> = {}): void {
  done(office.take('lin', 'call', { case: { ...CALL, ...more } }))
  done(office.agree('wu'))
}

export const HEARING_RECORD: RawFacts = { case: { 'hearing-text': '主持人核对身份……', 'host-opinion': '事实清楚' } }

/** Requested today, called for the 12th of June, held on that day. */
export function hear(office: LawOffice, on = '2026-06-12'): void {
  done(requestHearing(office))
  callHearing(office, { 'hearing-on': on })
  deliverAll(office)
  office.on(on)
  done(office.take('zhu', 'hold', HEARING_RECORD))
}

export function reconsider(office: LawOffice): void {
  done(office.take('lin', 'reconsider', { party: ofEveryParty(office, { heard: '当事人明确放弃陈述、申辩。' }) }))
  done(office.agree('zheng'))
}

export const DRAFT = { 'decision-reasons': '违法事实清楚，裁量适当。', correction: '立即停止经营超过保质期的食品' }

export function draft(office: LawOffice, more: RawFacts = {}): void {
  const [first] = office.case.parties.filter(({ id }) => isUndecided(rootRun(office.case), id))
  const party = first ? { [first.id]: goingBack(office), ...more.party } : { ...more.party }
  done(office.take('lin', 'draft', { ...more, case: { ...DRAFT, ...more.case }, party }))
}

export function review(office: LawOffice): void {
  done(office.take('lin', 'submit-review'))
  done(office.take('shen', 'pass', { case: SEVEN_POINTS }))
}

export const SEVEN_POINTS = Object.fromEntries([
  ...['subject', 'procedure', 'facts', 'law', 'power', 'documents', 'crime'].flatMap((point) => [
    [`${point}-verdict`, '没有问题'],
    [`${point}-reason`, '经核对，符合规定。'],
  ]),
  ['overall', '同意'],
])

export function panelFacts(office: LawOffice): Record<string, unknown> {
  return {
    'discussed-on': office.today,
    'panel-place': '本局会议室',
    'panel-host': ['wu'],
    attendees: ['wu', 'fu'],
    reporter: ['lin'],
    opinions: '吴四：同意。傅六：同意。',
    conclusion: '同意拟作的决定',
  }
}

export function holdPanel(office: LawOffice, action: 'agree' | 'differ' = 'agree'): void {
  done(office.take('lin', 'hold-panel'))
  done(office.take('wu', action, { case: panelFacts(office) }))
}

export function decidePenalty(office: LawOffice): void {
  done(office.take('lin', 'go-to-decision'))
  done(office.take('lin', 'decide'))
  done(office.agree('wu'))
}

export const PAID = { paid: '5000', 'receipt-number': 'P-1', 'is-performed': true }

export function finish(office: LawOffice): void {
  deliverAll(office)
  done(office.take('lin', 'begin-performance'))
  const paid = ofEveryParty(office, { ...PAID, 'paid-on': office.today })
  done(office.take('lin', 'record-performance', { party: paid }))
  close(office)
}

export function close(office: LawOffice, action = 'close'): void {
  done(office.take('lin', action, { case: { 'closure-note': '已经履行完毕' } }))
  office.agreeAll('zheng', 'wu')
  done(office.take('lin', 'make-dossier', { case: { retention: '30年' } }))
}

type Step = (office: LawOffice, notice?: RawFacts) => void
const take = (action: string) => (office: LawOffice) => done(office.take('lin', action))

const ROAD: readonly (readonly [stage: string, steps: readonly Step[]])[] = [
  ['investigation', [(office) => fileCase(office)]],
  ['notice', [(office) => investigate(office)]],
  ['statement', [notify]],
  ['drafting', [(office) => waive(office), reconsider]],
  ['decision', [(office) => draft(office), take('go-to-decision')]],
  ['delivery', [take('decide'), (office) => done(office.agree('wu'))]],
  ['performance', [(office) => deliverAll(office), take('begin-performance')]],
]

/** Walks the plain road until the case stands at this stage; an already open case goes on from where it is. */
export function reach(office: LawOffice, stage: string, notice?: RawFacts): LawOffice {
  const here = office.state?.runs[0]?.stage
  if (here === stage) return office
  const from = ROAD.findIndex(([name]) => name === here) + 1
  for (const [name, steps] of ROAD.slice(from)) {
    for (const step of steps) step(office, notice)
    if (name === stage) break
  }
  return office
}

/** To the decision by the way of no penalty, on this ground. */
export function reachSpare(office: LawOffice, proposal: string, more: Record<string, unknown> = {}): LawOffice {
  investigate(office, { ...more, proposal })
  done(office.take('lin', 'go-without-notice'))
  draft(office)
  done(office.take('lin', 'go-to-decision'))
  return office
}
