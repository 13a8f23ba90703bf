import { plainDate } from '#domain/calendar/plain-date.ts'
import { everythingDelivered } from '#domain/case/gates/licence.ts'
import {
  byFraud,
  holderHeard,
  licenceStands,
  noFraud,
  REVOCATION_GROUNDS,
} from '#domain/case/gates/licence-standing.ts'
import { majorReviewed } from '#domain/case/gates/major-review.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { HEAR_HOLDER, keepLicence, tellHolder } from './licence-ending.ts'
import { ENDING_FACTS, FROM_LICENCE, PUBLICATION_CLOCK, STATEMENT_CLOCK } from './licence-follow-up.ts'
import { OPEN_RECUSAL, RECUSAL_SETTLED, RECUSED_LEFT_OUT } from './licence-recusal.ts'
import { NOT_UNDER_REVIEW, REVIEW_FACTS, REVIEWER_APART, submitReview } from './major-review.ts'

const HANDLING = handlerChanges({ ...BY_HOUSE, gates: [RECUSED_LEFT_OUT, REVIEWER_APART] })

/** 撤销: a licence that should not have been given, or was got by fraud, is undone. */
export const licenceRevocation = procedureOf({
  code: 'licence-revocation',
  version: '2019-04-23',
  validFrom: plainDate('2019-04-23'),
  title: '撤销行政许可',
  basis: '《行政许可法》第六十九条',
  start: 'notice',
  numberedBy: 'licence-ending-notice',
  opening: {
    kind: '行政许可',
    purpose: '违法准予的，或者以欺骗、贿赂取得的，撤销许可',
    from: FROM_LICENCE,
    by: 'handler',
    partyTitle: '被许可人',
    violations: false,
    asks: ['licence-number', 'item', 'licence-basis', 'ground'],
    gates: [licenceStands('《行政许可法》第六十九条')],
    starts: [],
  },
  draft: ['item', 'licence-number', 'ground', 'ending-reason', 'statement-answer', 'reparation'],
  disclosure: { documents: ['licence-revocation'], clock: 'publication' },
  facts: {
    ...HANDLER_FACTS,
    ...ENDING_FACTS,
    ...REVIEW_FACTS,
    ground: { title: '情形', kind: 'choice', per: 'case', disclosure: 'public', choices: REVOCATION_GROUNDS },
    reparation: {
      title: '赔偿',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      optional: true,
      help: '被许可人的合法权益受到损害的，依法给予赔偿',
    },
    'is-safety-item': {
      title: '直接关系公共安全、人身健康、生命财产安全的事项',
      kind: 'yes-no',
      per: 'case',
      disclosure: 'officials',
      help: '是的，三年内不得再次申请本事项',
    },
  },
  clocks: { statement: STATEMENT_CLOCK, publication: PUBLICATION_CLOCK },
  stages: {
    notice: {
      title: '告知',
      actions: {
        tell: tellHolder('告知拟撤销许可'),
        keep: keepLicence('不予撤销', '《行政许可法》第六十九条第三款'),
        'open-recusal': OPEN_RECUSAL,
        ...HANDLING,
      },
    },
    statement: {
      title: '陈述申辩和决定',
      actions: {
        decide: {
          title: '撤销许可',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['reparation', 'review-ground'],
          gates: [holderHeard, noFraud, majorReviewed, RECUSAL_SETTLED],
          issues: ['licence-ending-approval', 'licence-revocation'],
          licence: 'revoked',
          starts: ['publication'],
          opens: 'delivery',
          outcome: 'revoked',
          to: 'handing-over',
          basis: '《行政许可法》第六十九条第一款',
        },
        'decide-fraud': {
          title: '撤销以欺骗、贿赂取得的许可',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['is-safety-item', 'review-ground'],
          gates: [holderHeard, byFraud, majorReviewed, RECUSAL_SETTLED],
          issues: ['licence-ending-approval', 'licence-revocation'],
          licence: 'revoked',
          bars: { years: 3, basis: '《行政许可法》第七十九条' },
          starts: ['publication'],
          opens: 'delivery',
          outcome: 'revoked-fraud',
          to: 'handing-over',
          basis: '《行政许可法》第六十九条第二款',
        },
        'submit-review': submitReview(['reparation'], [holderHeard]),
        'hear-statement': HEAR_HOLDER,
        keep: { ...keepLicence('不予撤销', '《行政许可法》第六十九条第三款'), ...NOT_UNDER_REVIEW },
        'open-recusal': OPEN_RECUSAL,
        ...HANDLING,
      },
    },
    'handing-over': {
      title: '送达',
      actions: {
        finish: {
          title: '送达完毕，办结',
          by: ['handler', 'clerk'],
          gates: [everythingDelivered],
          to: 'closed',
          basis: '《行政许可法》第四十四条',
        },
        ...HANDLING,
      },
    },
    closed: { title: '办结', ends: true, actions: {} },
  },
})
