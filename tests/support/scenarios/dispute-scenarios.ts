import * as dispute from '../dispute-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import type { Rows, Run } from './scenario.ts'

const LATE = '2026-06-02'
const EARLY = '2026-01-01'
type Road = (office: LawOffice) => LawOffice

const at =
  (road: Road, action: string, facts: Readonly<Record<string, unknown>>): Run =>
  (office) =>
    road(office).take('lin', action, { case: facts })

const notice = (on: string) => ({ 'notice-number': '青复答〔2026〕1号', 'notice-on': on })
const result = { ...dispute.RESULT, 'result-on': EARLY }
const judgment = { ...dispute.JUDGMENT, 'judgment-on': EARLY }
const altered = { alteration: '撤销' }
const appearance = { agents: ['lin', 'zhou'], powers: '一般代理', 'head-appears': false }
const review: Road = (office) => dispute.openReview(office)
const suit: Road = (office) => dispute.openSuit(office)

function appealed(office: LawOffice): LawOffice {
  done(dispute.judged(office).take('lin', 'appeal', { case: { 'appeal-text': '原告上诉' } }))
  return office
}

const BEFORE = { says: '日期不能早于' }

export const DISPUTE: Rows = {
  'admin-review/take-notice/received-by-today': {
    says: '日期不能晚于今天',
    run: at(review, 'take-notice', notice(LATE)),
  },
  'admin-review/take-simple-notice/received-by-today': {
    ...BEFORE,
    run: at(review, 'take-simple-notice', notice(EARLY)),
  },
  'admin-review/take-application/received-by-today': {
    ...BEFORE,
    run: at(review, 'take-application', { 'handed-in-on': EARLY }),
  },
  'admin-review/take-notice/taken-up-in-order': {
    says: '不能晚于收到答复通知书的日期',
    run: at(review, 'take-notice', { ...notice('2026-05-29'), 'taken-up-on': '2026-05-30' }),
  },
  'admin-review/take-simple-notice/taken-up-in-order': {
    says: '不能早于申请日期',
    run: at(review, 'take-simple-notice', { ...notice('2026-05-29'), 'taken-up-on': '2026-05-19' }),
  },
  'admin-review/extend-decision/review-by-ordinary': {
    says: '不能延长',
    run: at((office) => dispute.notified(office, 'take-simple-notice'), 'extend-decision', { 'extended-days': '30' }),
  },
  'admin-review/extend-decision/extended-at-most': {
    says: '最多不得超过 30 日',
    run: at(dispute.answered, 'extend-decision', { 'extended-days': '31' }),
  },
  'admin-review/turn-to-ordinary/review-by-simple': {
    says: '已经是普通程序',
    run: (office) => dispute.answered(office).take('lin', 'turn-to-ordinary'),
  },
  'admin-review/ended-otherwise/received-by-today': {
    ...BEFORE,
    run: at(dispute.answered, 'ended-otherwise', { ending: '申请人撤回', ...result }),
  },
  'admin-review/nobody-sued/suit-term-over': {
    says: '起诉期限还没有届满',
    run: (office) => dispute.upheld(office).take('lin', 'nobody-sued'),
  },
  'admin-review/answer/defence-materials-named': {
    says: '一行一份',
    run: at((office) => dispute.notified(office), 'answer', { ...dispute.DEFENCE, 'defence-materials': '询问笔录' }),
  },
  'admin-review/supplement-evidence/evidence-given': {
    says: '至少一份证据',
    run: at(dispute.answered, 'supplement-evidence', { 'review-permission': '复议机构通知' }),
  },
  'admin-review/decision-stands/received-by-today': {
    ...BEFORE,
    run: at(dispute.answered, 'decision-stands', { result: '维持', ...result }),
  },
  'admin-review/decision-altered/received-by-today': {
    ...BEFORE,
    run: at(dispute.answered, 'decision-altered', { ...altered, ...result }),
  },
  'admin-review/withdraw-publication/altered-at-all': {
    says: '不用撤下',
    run: (office) => {
      const ordered = { alteration: '责令履行', ...dispute.RESULT }
      done(dispute.answered(office).take('lin', 'decision-altered', { case: ordered }))
      return office.take('lin', 'withdraw-publication', { case: { 'public-reason': '决定已经改变' } })
    },
  },
  'litigation/withdraw-publication/altered-at-all': {
    says: '不用撤下',
    run: (office) => {
      const ordered = { alteration: '责令履行', ...dispute.JUDGMENT }
      done(dispute.defended(office).take('lin', 'judged-against-agency', { case: ordered }))
      done(office.take('lin', 'accept-judgment'))
      done(office.agree('wu'))
      return office.take('lin', 'withdraw-publication', { case: { 'public-reason': '决定已经改变' } })
    },
  },
  'litigation/answer/defence-materials-named': {
    says: '一行一份',
    run: at(suit, 'answer', { ...dispute.DEFENCE, 'defence-materials': '询问笔录' }),
  },
  'litigation/withdraw-suit/received-by-today': {
    ...BEFORE,
    run: at(suit, 'withdraw-suit', { 'judgment-number': '（2026）行初1号', 'judgment-on': EARLY }),
  },
  'litigation/appoint/appearance-in-order': {
    says: '应当写明原因',
    run: at(dispute.defended, 'appoint', appearance),
  },
  'litigation/supplement-evidence/evidence-given': {
    says: '至少一份证据',
    run: at(dispute.defended, 'supplement-evidence', { 'court-permission': '法院通知' }),
  },
  'litigation/judged-for-agency/received-by-today': {
    ...BEFORE,
    run: at(dispute.defended, 'judged-for-agency', { judgment: '驳回诉讼请求', ...judgment }),
  },
  'litigation/judged-against-agency/received-by-today': {
    ...BEFORE,
    run: at(dispute.defended, 'judged-against-agency', { ...altered, ...judgment }),
  },
  'litigation/becomes-final/appeal-term-over': {
    says: '上诉期还没有届满',
    run: (office) => dispute.judged(office).take('lin', 'becomes-final'),
  },
  'litigation/appeal-oneself/received-by-today': {
    ...BEFORE,
    run: at(dispute.judgedAgainst, 'appeal-oneself', { 'own-appeal-reason': '判决认定事实错误', 'appealed-on': EARLY }),
  },
  'litigation/finally-for-agency/received-by-today': {
    ...BEFORE,
    run: at(appealed, 'finally-for-agency', { judgment: '驳回诉讼请求', ...judgment }),
  },
  'litigation/finally-against-agency/received-by-today': {
    ...BEFORE,
    run: at(appealed, 'finally-against-agency', { ...altered, ...judgment }),
  },
}
