import { plainDate } from '#domain/calendar/plain-date.ts'
import { MANNERS } from '#domain/case/gates/licence-term.ts'
import { done, type LawOffice, valuesWith } from '../law-office.ts'
import * as licence from '../licence-steps.ts'
import * as steps from '../penalty-steps.ts'
import { asked, heard, LICENCE_HEARING } from './licence-hearing-scenarios.ts'
import type { Rows, Run, Scenario } from './scenario.ts'

const INTAKE: Rows = {
  'licence/ask-supplement/supplement-once': {
    says: '只能一次告知',
    run: (office) => {
      licence.apply(office)
      done(licence.askSupplement(office))
      licence.supply(office)
      return licence.askSupplement(office)
    },
  },
  'licence/grant-at-once/valid-from-now-on': {
    says: '应晚于今天',
    run: (office) =>
      licence
        .apply(office)
        .take('chuang', 'grant-at-once', { case: { ...licence.GRANT, 'valid-until': office.today } }),
  },
}

const REVIEW: Rows = {
  'licence/verify/two-people': {
    says: '两名以上工作人员',
    run: (office) => licence.verify(licence.accepted(office), { checkers: ['lin'] }),
  },
  'licence/record-told/others-named': {
    says: '还没有制作告知书',
    run: (office) => licence.recordTold(licence.accepted(office)),
  },
  'licence/record-told/told-by-today': {
    says: '不能晚于今天',
    run: (office) =>
      licence.recordTold(licence.tellOthers(licence.accepted(office)), { 'interested-told-on': '2026-06-02' }),
  },
  'licence/request-hearing/hearing-asked-in-time': {
    says: '已经超过五个工作日',
    run: (office) => licence.askHearing(licence.told(office).on('2026-06-09')),
  },
  'licence/request-hearing/hearing-right-told': {
    says: '还没有告知听证权利',
    run: (office) => licence.askHearing(licence.accepted(office)),
  },
  'licence/request-hearing/no-hearing-open': {
    says: '听证还没有结束',
    run: (office) => licence.askHearing(asked(office)),
  },
  'licence/announce-hearing/no-hearing-open': {
    says: '听证还没有结束',
    run: (office) =>
      asked(office).take('lin', 'announce-hearing', {
        case: { 'hearing-matter': '是否准予', 'hearing-call': '向本机关报名' },
      }),
  },
  'licence/extend-clock/government-agreed': {
    says: '经本级人民政府负责人批准',
    run: (office) =>
      licence.accepted(office, MANNERS.joint).take('lin', 'extend-clock', { case: { 'extension-reason': '需要会商' } }),
  },
  'licence/examine/separate-people': {
    says: '由不同人员办理',
    run: (office) => {
      apart(office)
      done(office.open('licence', 'chuang', licence.APPLICATION, { handlers: ['lin', 'chuang'] }))
      done(office.take('chuang', 'accept'))
      return office.take('chuang', 'examine', { case: licence.EXAMINATION })
    },
  },
  'licence/examine/verified-if-needed': {
    says: '制作核查笔录',
    run: (office) => licence.examine(licence.accepted(office), { 'needs-verification': true }),
  },
  'licence/examine/others-told': {
    says: '先告知利害关系人',
    run: (office) => licence.examine(licence.accepted(office), { 'affects-others': true }),
  },
  'licence/examine/hearing-right-settled': {
    says: '2026-06-08 才届满',
    run: (office) => licence.examine(licence.told(office), { 'affects-others': true }),
  },
  'licence/examine/hearing-ended': {
    says: '听证还没有结束',
    run: (office) => licence.examine(asked(office)),
    beside: ['special-time-over'],
  },
  'licence/examine/decided-on-record': {
    says: '根据听证笔录作出决定',
    run: (office) => licence.examine(heard(office)),
  },
  'licence/examine/special-time-over': {
    says: '检验还没有结束',
    run: (office) => {
      licence.accepted(office)
      inSpecialTime(office)
      return licence.examine(office)
    },
  },
}

/** The head of the unit has agreed that the time of a test does not count. */
export function inSpecialTime(office: LawOffice, ground = '检验'): void {
  const facts = { 'suspension-ground': ground, 'special-matter': '设备性能', 'special-days': '十五个工作日' }
  done(office.take('lin', 'begin-special-time', { case: facts }))
  done(office.agree('zheng'))
}

/** The place wants different people at the window, at the desk and at the counter. */
function apart(office: LawOffice): void {
  office.parameters = valuesWith({ 'licence.separate-people': true })
}

const above: Run = (office) => licence.toDecision(office, MANNERS.first).take('lin', 'grant', { case: licence.GRANT })
const refusedAbove =
  (action: string, more: Record<string, unknown> = {}): Run =>
  (office) =>
    licence.toDecision(office, MANNERS.first).take('lin', action, { case: { 'refusal-reason': '不符合条件', ...more } })
const refusedByIntake =
  (action: string, more: Record<string, unknown> = {}): Run =>
  (office) => {
    apart(office)
    done(office.open('licence', 'chuang', licence.APPLICATION, { handlers: ['lin', 'chuang'] }))
    done(office.take('chuang', 'accept'))
    done(licence.examine(office))
    done(office.agree('zheng'))
    return office.take('chuang', action, { case: { 'refusal-reason': '不符合条件', ...more } })
  }
const FALSE = { falsehood: '平面图不真实', 'is-safety-item': true }
const unreviewed =
  (action: string, facts: Record<string, unknown>): Run =>
  (office) =>
    licence.toDecision(office, '', { 'needs-review': true }).take('lin', action, { case: facts })

const DECISION: Rows = {
  'licence/grant/decided-here': { says: '由上级机关决定', run: above },
  'licence/refuse/decided-here': { says: '由上级机关决定', run: refusedAbove('refuse') },
  'licence/refuse-false/decided-here': { says: '由上级机关决定', run: refusedAbove('refuse-false', FALSE) },
  'licence/report-up/decided-above': {
    says: '由本机关决定',
    run: (office) =>
      licence
        .toDecision(office)
        .take('lin', 'report-up', { case: { superior: '市市场监督管理局', 'first-opinion': '符合条件' } }),
  },
  'licence/grant/separate-people': {
    says: '由不同人员办理',
    run: (office) => {
      apart(office)
      done(office.open('licence', 'chuang', licence.APPLICATION, { handlers: ['lin', 'chuang'] }))
      done(office.take('chuang', 'accept'))
      done(licence.examine(office))
      done(office.agree('zheng'))
      return office.take('chuang', 'grant', { case: licence.GRANT })
    },
  },
  'licence/refuse/separate-people': { says: '由不同人员办理', run: refusedByIntake('refuse') },
  'licence/refuse-false/separate-people': { says: '由不同人员办理', run: refusedByIntake('refuse-false', FALSE) },
  'licence/grant/licence-reviewed': { says: '还没有提交法制审核', run: unreviewed('grant', licence.GRANT) },
  'licence/refuse/licence-reviewed': {
    says: '还没有提交法制审核',
    run: unreviewed('refuse', { 'refusal-reason': '不符合条件' }),
  },
  'licence/refuse-false/licence-reviewed': {
    says: '还没有提交法制审核',
    run: unreviewed('refuse-false', { 'refusal-reason': '材料虚假', ...FALSE }),
  },
  'licence/grant/valid-from-now-on': {
    says: '应晚于今天',
    run: (office) =>
      licence.toDecision(office).take('lin', 'grant', { case: { ...licence.GRANT, 'valid-until': office.today } }),
  },
  'licence/submit-review/no-review-open': inReview('submit-review', { case: licence.GRANT }),
  'licence/back-to-review/no-review-open': inReview('back-to-review'),
}

function inReview(action: string, facts = {}): Scenario {
  return {
    says: '法制审核正在进行',
    run: (office) => {
      licence.toDecision(office)
      done(office.take('lin', 'submit-review', { case: licence.GRANT }))
      return office.do('lin', { type: 'take', run: 'main', action, facts, evidence: [], scenes: {} })
    },
  }
}

const granted = (office: LawOffice): LawOffice => licence.grant(licence.toDecision(office))
const here: Scenario['run'] = (office) => {
  steps.deliverAll(granted(office))
  return licence.issueLicence(office, 'issue-and-hand-over', { supervisor: '青石区城市管理局' })
}
const elsewhere = (office: LawOffice): LawOffice => {
  office.parameters = valuesWith({ 'licence.supervised-elsewhere': ['食品经营许可'] })
  steps.deliverAll(granted(office))
  return office
}
const byOne =
  (action: string, more: Record<string, unknown> = {}): Run =>
  (office) => {
    office.parameters = valuesWith({
      'licence.separate-people': true,
      'licence.supervised-elsewhere': action === 'issue' ? [] : ['*'],
    })
    steps.deliverAll(granted(office))
    return licence.issueLicence(office, action, more)
  }

const ISSUE: Rows = {
  'licence/issue/licence-decision-delivered': {
    says: '准予许可决定书还没有送达',
    run: (office) => licence.issueLicence(granted(office)),
  },
  'licence/issue-and-hand-over/licence-decision-delivered': {
    says: '准予许可决定书还没有送达',
    run: (office) => {
      office.parameters = valuesWith({ 'licence.supervised-elsewhere': ['*'] })
      return licence.issueLicence(granted(office), 'issue-and-hand-over', { supervisor: '青石区城市管理局' })
    },
  },
  'licence/issue/separate-people': { says: '由不同人员办理', run: byOne('issue') },
  'licence/issue-and-hand-over/separate-people': {
    says: '由不同人员办理',
    run: byOne('issue-and-hand-over', { supervisor: '青石区城市管理局' }),
  },
  'licence/issue/supervised-here': {
    says: '由别的机关监管',
    run: (office) => licence.issueLicence(elsewhere(office)),
  },
  'licence/issue-and-hand-over/supervised-elsewhere': { says: '由本机关监管', run: here },
  'licence/acknowledge/acknowledged-by-today': {
    says: '不能晚于今天',
    run: (office) => {
      done(licence.issueLicence(elsewhere(office), 'issue-and-hand-over', { supervisor: '青石区城市管理局' }))
      return office.take('chuang', 'acknowledge', {
        case: { 'acknowledged-on': '2999-01-01', 'acknowledged-by': '监管科' },
      })
    },
  },
  'licence/finish/everything-delivered': {
    says: '还有文书没有送达',
    run: (office) => {
      licence.apply(office)
      licence.reject(office)
      return office.take('chuang', 'finish')
    },
  },
}

export const BAR = {
  party: 'party-1',
  item: '食品经营许可',
  untilOn: plainDate('2027-01-01'),
  basis: '《行政许可法》第七十八条',
}

export const LICENCES: Rows = { ...LICENCE_HEARING, ...INTAKE, ...REVIEW, ...DECISION, ...ISSUE }
