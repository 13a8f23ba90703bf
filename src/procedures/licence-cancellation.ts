import { plainDate } from '#domain/calendar/plain-date.ts'
import { everythingDelivered } from '#domain/case/gates/licence.ts'
import { cancellationFits, notCancelledYet } from '#domain/case/gates/licence-standing.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { ENDING_FACTS, FROM_LICENCE, PUBLICATION_CLOCK } from './licence-follow-up.ts'
import { OPEN_RECUSAL, RECUSAL_SETTLED, RECUSED_LEFT_OUT } from './licence-recusal.ts'

const { 'licence-number': number, item, 'licence-basis': basis, 'ending-reason': reason } = ENDING_FACTS
const { 'keep-reason': keepReason } = ENDING_FACTS

const HANDLING = handlerChanges({ ...BY_HOUSE, gates: [RECUSED_LEFT_OUT] })

/** 注销: what is over is taken out of the register, also when a penalty has taken the licence away. */
export const licenceCancellation = procedureOf({
  code: 'licence-cancellation',
  version: '2019-04-23',
  validFrom: plainDate('2019-04-23'),
  title: '注销行政许可',
  basis: '《行政许可法》第七十条',
  start: 'examination',
  numberedBy: 'licence-cancellation',
  opening: {
    kind: '行政许可',
    purpose: '期满、终止、撤回、撤销或者吊销以后，办理注销手续',
    from: [
      ...FROM_LICENCE,
      { procedure: 'licence-withdrawal', outcomes: ['withdrawn'] },
      { procedure: 'licence-revocation', outcomes: ['revoked', 'revoked-fraud'] },
      { procedure: 'penalty-ordinary', outcomes: ['penalty'] },
    ],
    by: 'handler',
    partyTitle: '被许可人',
    violations: false,
    asks: ['licence-number', 'item', 'licence-basis', 'ground'],
    gates: [notCancelledYet, cancellationFits],
    starts: [],
  },
  draft: ['item', 'licence-number', 'ground', 'ending-reason'],
  disclosure: { documents: ['licence-cancellation'], clock: 'publication' },
  facts: {
    ...HANDLER_FACTS,
    'licence-number': number,
    item,
    'licence-basis': basis,
    'ending-reason': reason,
    'keep-reason': keepReason,
    ground: {
      title: '情形',
      kind: 'choice',
      per: 'case',
      disclosure: 'public',
      choices: [
        '有效期届满未延续',
        '赋予公民特定资格的许可，该公民死亡或者丧失行为能力',
        '法人或者其他组织依法终止',
        '许可依法被撤销、撤回，或者许可证件依法被吊销',
        '因不可抗力导致许可事项无法实施',
        '法律、法规规定的应当注销的其他情形',
      ],
    },
  },
  clocks: { publication: PUBLICATION_CLOCK },
  stages: {
    examination: {
      title: '核实',
      actions: {
        decide: {
          title: '注销许可',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['ending-reason'],
          gates: [RECUSAL_SETTLED],
          issues: ['licence-ending-approval', 'licence-cancellation'],
          licence: 'cancelled',
          starts: ['publication'],
          opens: 'delivery',
          outcome: 'cancelled',
          to: 'handing-over',
          basis: '《行政许可法》第七十条',
        },
        keep: {
          title: '不予注销',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['keep-reason'],
          outcome: 'kept',
          to: 'closed',
          basis: '《行政许可法》第七十条',
        },
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
