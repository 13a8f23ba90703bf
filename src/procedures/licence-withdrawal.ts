import { plainDate } from '#domain/calendar/plain-date.ts'
import { everythingDelivered } from '#domain/case/gates/licence.ts'
import { holderHeard, licenceStands, lossMadeGood } from '#domain/case/gates/licence-standing.ts'
import { majorReviewed } from '#domain/case/gates/major-review.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { HEAR_HOLDER, keepLicence, tellHolder } from './licence-ending.ts'
import { ENDING_FACTS, FROM_LICENCE, PUBLICATION_CLOCK, STATEMENT_CLOCK } from './licence-follow-up.ts'
import { OPEN_RECUSAL, RECUSAL_SETTLED, RECUSED_LEFT_OUT } from './licence-recusal.ts'
import { NOT_UNDER_REVIEW, REVIEW_FACTS, REVIEWER_APART, submitReview } from './major-review.ts'

const HANDLING = handlerChanges({ ...BY_HOUSE, gates: [RECUSED_LEFT_OUT, REVIEWER_APART] })

/** 撤回: a lawful licence is taken back for the public good, and loss is made good. */
export const licenceWithdrawal = procedureOf({
  code: 'licence-withdrawal',
  version: '2019-04-23',
  validFrom: plainDate('2019-04-23'),
  title: '撤回行政许可',
  basis: '《行政许可法》第八条第二款',
  start: 'notice',
  numberedBy: 'licence-ending-notice',
  opening: {
    kind: '行政许可',
    purpose: '法律修改、废止或者客观情况重大变化的，收回合法的许可，补偿损失',
    from: FROM_LICENCE,
    by: 'handler',
    partyTitle: '被许可人',
    violations: false,
    asks: ['licence-number', 'item', 'licence-basis', 'ground'],
    gates: [licenceStands('《行政许可法》第八条第二款')],
    starts: [],
  },
  draft: ['item', 'licence-number', 'ground', 'ending-reason', 'statement-answer', 'has-loss', 'compensation'],
  disclosure: { documents: ['licence-withdrawal'], clock: 'publication' },
  facts: {
    ...HANDLER_FACTS,
    ...ENDING_FACTS,
    ...REVIEW_FACTS,
    ground: {
      title: '情形',
      kind: 'choice',
      per: 'case',
      disclosure: 'public',
      choices: ['许可所依据的法律、法规、规章修改或者废止', '准予许可所依据的客观情况发生重大变化'],
    },
    'has-loss': { title: '给被许可人造成财产损失', kind: 'yes-no', per: 'case', disclosure: 'officials' },
    compensation: { title: '补偿', kind: 'long-text', per: 'case', disclosure: 'officials', optional: true },
  },
  clocks: { statement: STATEMENT_CLOCK, publication: PUBLICATION_CLOCK },
  stages: {
    notice: {
      title: '告知',
      actions: {
        tell: tellHolder('告知拟撤回许可'),
        keep: keepLicence('不再撤回', '《行政许可法》第八条第一款'),
        'open-recusal': OPEN_RECUSAL,
        ...HANDLING,
      },
    },
    statement: {
      title: '陈述申辩和决定',
      actions: {
        decide: {
          title: '撤回许可',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['has-loss', 'compensation', 'review-ground'],
          gates: [holderHeard, lossMadeGood, majorReviewed, RECUSAL_SETTLED],
          issues: ['licence-ending-approval', 'licence-withdrawal'],
          licence: 'withdrawn',
          starts: ['publication'],
          opens: 'delivery',
          outcome: 'withdrawn',
          to: 'handing-over',
          basis: '《行政许可法》第八条第二款',
        },
        'submit-review': submitReview(['has-loss', 'compensation'], [holderHeard, lossMadeGood]),
        'hear-statement': HEAR_HOLDER,
        keep: { ...keepLicence('不再撤回', '《行政许可法》第八条第一款'), ...NOT_UNDER_REVIEW },
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
