import { plainDate } from '#domain/calendar/plain-date.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import * as transfer from '../transfer-steps.ts'
import { at, CHILD, moved, type Rows, type Run } from './scenario.ts'

export const SPARES = [
  ['spare-under-fourteen', PROPOSALS.underFourteen, 'no-penalty-under-fourteen'],
  ['spare-mental', PROPOSALS.mental, 'no-penalty-mental'],
  ['spare-minor', PROPOSALS.minor, 'no-penalty-minor'],
  ['spare-first', PROPOSALS.first, 'no-penalty-first'],
  ['spare-no-fault', PROPOSALS.noFault, 'no-penalty-no-fault'],
  ['spare-not-established', PROPOSALS.notEstablished, 'no-penalty-not-established'],
] as const

function spare(action: string, proposal: string): Rows {
  const filedFor = (office: LawOffice) => steps.fileCase(office, { parties: [CHILD] })
  const spared =
    (report: Record<string, unknown>, proposed = proposal): Run =>
    (office) => {
      filedFor(office)
      return steps.reachSpare(office, proposed, report).take('lin', action)
    }
  const undrafted: Run = (office) => {
    filedFor(office)
    steps.investigate(office, { proposal })
    done(office.take('lin', 'go-without-notice'))
    return moved(office).take('lin', action)
  }
  const another = proposal === PROPOSALS.minor ? PROPOSALS.first : PROPOSALS.minor
  const key = `penalty-ordinary/${action}`
  return {
    [`${key}/no-penalty-proposed`]: { says: `拟稿的处理意见不是“${proposal}”`, run: spared({}, another) },
    [`${key}/draft-written`]: { says: '还没有拟出决定稿', run: undrafted },
    [`${key}/review-passed`]: { says: '还没有提交法制审核', run: spared({ 'is-complex': true }) },
    [`${key}/panel-decided`]: { says: '集体讨论决定', run: spared({ 'is-complicated': true }) },
  }
}

export const SPARED: Rows = {
  ...Object.assign({}, ...SPARES.map(([action, proposal]) => spare(action, proposal))),
  'penalty-ordinary/spare-under-fourteen/under-fourteen': {
    says: '不是不满十四周岁',
    run: (office) => {
      steps.fileCase(office, { parties: [{ ...CHILD, bornOn: plainDate('2012-05-27') }] })
      return steps.reachSpare(office, PROPOSALS.underFourteen).take('lin', 'spare-under-fourteen')
    },
  },
}

const BEFORE = {
  party: 'party-1',
  cause: '经营超过保质期的食品',
  decidedOn: plainDate('2025-03-01'),
  result: 'fined',
  fineFen: 200_000,
  caseName: '某某案',
  number: '青市监立〔2025〕1号',
  agency: '青石区市场监管局',
  caseId: 'case-0',
} as const

/** Spared as for a first offence, though the agency has fined the same before. */
export const FIRST_OFFENCE: Rows = {
  'penalty-ordinary/spare-first/first-offence': {
    says: '不是初次违法',
    run: (office) => {
      office.earlier = [BEFORE]
      steps.fileCase(office)
      return steps.reachSpare(office, PROPOSALS.first).take('lin', 'spare-first')
    },
  },
}

export const AFTER: Rows = {
  ...FIRST_OFFENCE,
  'penalty-ordinary/begin-performance/decisions-delivered': {
    says: '决定书还没有送达',
    run: at('delivery', 'begin-performance'),
  },
  'penalty-ordinary/record-performance/paid-by-today': {
    says: '缴款日期不能晚于今天',
    run: at('performance', 'record-performance', { party: { 'party-1': { ...steps.PAID, 'paid-on': '2026-06-02' } } }),
  },
  'penalty-ordinary/close/performed': {
    says: '还没有履行完毕',
    run: at('performance', 'close', { case: { 'closure-note': '结案' } }),
  },
  'penalty-ordinary/close-no-penalty/decisions-delivered': {
    says: '决定书还没有送达',
    run: (office) => {
      steps.fileCase(office)
      done(steps.reachSpare(office, PROPOSALS.minor).take('lin', 'spare-minor'))
      office.agreeAll('zheng', 'wu')
      return office.take('lin', 'close-no-penalty', { case: { 'closure-note': '结案' } })
    },
  },
  'penalty-ordinary/resume-after-transfer/transfer-returned': {
    says: '移送还没有退回',
    run: (office) => transfer.proposeTransfer(office).take('lin', 'resume-after-transfer'),
  },
  'penalty-ordinary/close-after-conviction/transfer-convicted': {
    says: '还没有追究刑事责任的结果',
    run: (office) => {
      transfer.sendToPolice(transfer.proposeTransfer(office))
      return office.take('lin', 'close-after-conviction', { case: { 'closure-note': '结案' } })
    },
  },
}
