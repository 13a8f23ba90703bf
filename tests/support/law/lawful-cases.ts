import { MANNERS } from '#domain/case/gates/licence-term.ts'
import { PROCEDURES } from '#procedures/index.ts'
import * as custody from '../custody-steps.ts'
import * as execution from '../execution-steps.ts'
import * as inspection from '../inspection-steps.ts'
import { done, LawOffice } from '../law-office.ts'
import * as licence from '../licence-steps.ts'
import * as measure from '../measure-steps.ts'
import * as nonSite from '../non-site-steps.ts'
import * as steps from '../penalty-steps.ts'
import { reversed } from '../reversal-steps.ts'
import { demolitionDecided } from '../scenarios/execution-scenarios.ts'
import { heard } from '../scenarios/licence-hearing-scenarios.ts'
import { inSpecialTime } from '../scenarios/licence-scenarios.ts'
import * as summary from '../summary-steps.ts'
import * as transfer from '../transfer-steps.ts'
import { walkPath } from '../walk-path.ts'
import { walkable } from '../walkable-paths.ts'

type Case = () => LawOffice

/** The shortest way through a procedure to this end. */
const to =
  (code: string, outcome: string): Case =>
  () => {
    const procedure = [...PROCEDURES.values()].findLast((definition) => definition.code === code)
    const path = procedure && walkable(procedure).find((one) => one.outcome === outcome)
    if (!procedure || !path) throw new Error(`no way to ${code} ${outcome}`)
    return walkPath(procedure, path).office
  }

function examined(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  done(licence.examine(office, more))
  done(office.agree('zheng'))
  return office
}

function issued(office: LawOffice, who: 'chuang' | 'yuan' = 'chuang'): LawOffice {
  steps.deliverAll(licence.grant(office))
  done(office.take(who, 'issue', { case: { 'licence-number': '许 2026-1' } }))
  return office
}

function reviewed(office: LawOffice): LawOffice {
  done(office.take('lin', 'submit-review', { case: licence.GRANT }))
  done(office.take('shen', 'pass', { case: steps.SEVEN_POINTS }))
  return issued(office)
}

const OTHERS = { 'affects-others': true }

/** Cases that went their way, each told from its first day. */
export const LAWFUL = {
  granted: () => issued(licence.toDecision(new LawOffice())),
  grantedApart: () => issued(licence.toDecision(new LawOffice()), 'yuan'),
  supplied: () => {
    const office = licence.apply(new LawOffice())
    done(licence.askSupplement(office))
    licence.supply(office)
    return office
  },
  verified: () => {
    const office = licence.accepted(new LawOffice())
    done(licence.verify(office))
    return issued(examined(office, { 'needs-verification': true }))
  },
  othersWaited: () => issued(examined(licence.told(new LawOffice()).on('2026-06-09'), OTHERS)),
  heardLicence: () => reviewed(examined(heard(new LawOffice()), { ...OTHERS, 'hearing-answer': '采纳，加装排烟管道' })),
  specialTime: () => {
    const office = licence.accepted(new LawOffice())
    inSpecialTime(office)
    done(office.on('2026-06-10').take('lin', 'end-special-time', { case: { 'special-result': '合格' } }))
    return issued(examined(office))
  },
  sentUp: () => {
    const office = licence.toDecision(new LawOffice(), MANNERS.first)
    done(office.take('lin', 'report-up', { case: { superior: '南屏市市场监督管理局', 'first-opinion': '符合条件' } }))
    done(office.agree('wu'))
    return office
  },
  reviewedLicence: () => reviewed(licence.toDecision(new LawOffice(), '', { 'needs-review': true })),
  renewed: to('licence-renewal', 'granted'),
  notRenewed: to('licence-renewal', 'refused'),
  withdrawn: to('licence-withdrawal', 'withdrawn'),
  revoked: to('licence-revocation', 'revoked'),
  seizedLong: () => {
    const office = custody.seized(new LawOffice()).on('2026-06-20')
    done(office.take('lin', 'extend', { case: { 'extension-reason': '案情复杂' } }))
    done(office.agree('wu'))
    custody.decided(office.on('2026-07-15'), '酱油', '6', '销毁')
    custody.liftAll(office)
    done(office.take('lin', 'finish'))
    return office
  },
  seizedAtOnce: to('seizure', 'lifted'),
  tested: () => {
    const office = custody.seized(new LawOffice())
    const facts = { 'suspension-ground': '检测、检验、检疫或者技术鉴定', 'test-words': '酱油，某检测中心' }
    done(office.take('lin', 'stop-for-test', { case: { ...facts, 'test-until': '2026-06-20' } }))
    done(office.agree('wu'))
    return office
  },
  measuresOver: () => {
    const office = measure.seizedAndLifted(new LawOffice())
    done(office.take('lin', 'close', { case: { 'closing-note': '没有违法行为' } }))
    office.agreeAll('zheng')
    return office
  },
  frozenLong: () => {
    const office = measure.frozen(new LawOffice()).on('2026-06-20')
    done(office.take('lin', 'extend', { case: { 'extension-reason': '需要协查' } }))
    office.agreeAll('wu')
    return office
  },
  unfrozen: to('freeze', 'lapsed'),
  preserved: to('preservation', 'disposed'),
  executed: () => {
    const office = execution.decided(new LawOffice()).on('2026-07-21')
    done(execution.execute(office))
    return office
  },
  substituted: () => {
    const office = execution.substituteUrged(new LawOffice())
    done(execution.substitute(office))
    return office
  },
  demolished: () => demolitionDecided(new LawOffice()),
  atCourt: () => execution.applied(new LawOffice()),
  summary: () => {
    const office = summary.settle(summary.toPerformance(new LawOffice()))
    done(summary.close(office))
    office.agreeAll('zheng')
    return office
  },
  heardPenalty: () => {
    const office = steps.reach(new LawOffice(), 'statement', steps.HEAVY_NOTICE)
    steps.hear(office)
    return office
  },
  penalty: to('penalty-ordinary', 'penalty'),
  reviewed: to('legal-review', 'pass'),
  monitored: () => {
    const office = nonSite.toldAndDelivered(new LawOffice())
    done(office.take('lin', 'punish'))
    return office
  },
  inspected: () => inspection.inspected(new LawOffice()),
  levied: to('levy', 'paid'),
  levyForced: to('levy', 'to-enforcement'),
  feePaid: to('fee', 'paid'),
  benefit: to('benefit', 'granted'),
  confirmed: to('confirmation', 'confirmed'),
  requisitioned: to('requisition', 'returned'),
  withPolice: () =>
    transfer.handOver(transfer.policeFile(transfer.sendToPolice(transfer.proposeTransfer(new LawOffice())))),
  takenBack: () => reversed(paid()),
  urgedFine: () => {
    const office = execution.late(new LawOffice())
    done(office.take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-02' } }))
    office.agreeAll('zheng')
    return office
  },
} satisfies Readonly<Record<string, Case>>

function paid(): LawOffice {
  const office = execution.late(new LawOffice())
  done(execution.performed(office))
  return office
}
