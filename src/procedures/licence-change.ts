import { plainDate } from '#domain/calendar/plain-date.ts'
import { everythingDelivered, supplementOnce } from '#domain/case/gates/licence.ts'
import { verifiedIfNeeded } from '#domain/case/gates/licence-examination.ts'
import { licenceStands } from '#domain/case/gates/licence-standing.ts'
import { acceptedOn, specialTimeOver } from '#domain/case/gates/licence-term.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { BEGIN_SPECIAL_TIME, END_SPECIAL_TIME, EXTEND_CLOCK, VERIFY } from './licence-examination.ts'
import { LICENCE_FACTS, SPECIAL_TIMES } from './licence-facts.ts'
import {
  ASK_SUPPLEMENT,
  EXAMINE,
  FROM_LICENCE,
  GIVE_UP,
  issueClock,
  PUBLICATION_CLOCK,
  REQUEST_FACTS,
  SUPPLEMENT_CLOCK,
  SUPPLY,
} from './licence-follow-up.ts'
import { OPEN_RECUSAL, RECUSAL_SETTLED, RECUSED_LEFT_OUT } from './licence-recusal.ts'

const HANDLING = handlerChanges({
  ...BY_HOUSE,
  basis: '《行政许可法》第三十四条第三款',
  gates: [RECUSED_LEFT_OUT],
})

/** 变更 of what a licence allows, asked for by its holder. */
export const licenceChange = procedureOf({
  code: 'licence-change',
  version: '2019-04-23',
  validFrom: plainDate('2019-04-23'),
  title: '行政许可变更',
  basis: '《行政许可法》第四十九条',
  start: 'intake',
  numberedBy: 'acceptance-notice',
  opening: {
    kind: '行政许可',
    purpose: '被许可人申请变更许可的内容',
    from: FROM_LICENCE,
    by: 'clerk',
    partyTitle: '被许可人',
    violations: false,
    asks: ['licence-number', 'item', 'licence-basis', 'application', 'materials'],
    gates: [licenceStands('《行政许可法》第四十九条')],
    issues: ['material-receipt'],
    starts: ['supplement'],
  },
  draft: ['item', 'application', 'finding', 'conditions'],
  disclosure: { documents: ['licence-change-grant', 'licence-change-refusal'], clock: 'publication' },
  facts: {
    ...HANDLER_FACTS,
    ...REQUEST_FACTS,
    'suspension-ground': LICENCE_FACTS['suspension-ground'],
    'special-matter': LICENCE_FACTS['special-matter'],
    'special-days': LICENCE_FACTS['special-days'],
    'special-result': LICENCE_FACTS['special-result'],
    'extension-reason': LICENCE_FACTS['extension-reason'],
    conditions: {
      title: '许可内容和条件',
      kind: 'long-text',
      per: 'case',
      disclosure: 'public',
      help: '变更以后的全部内容',
    },
  },
  clocks: {
    supplement: SUPPLEMENT_CLOCK,
    decision: {
      title: '决定是否准予变更',
      term: { parameter: 'licence.decision-term' },
      from: acceptedOn,
      rolls: true,
      deductible: SPECIAL_TIMES,
      extension: { by: { parameter: 'licence.extension' } },
      missed: 'warning',
      basis: '《行政许可法》第四十二条第一款',
    },
    issue: issueClock('licence-change-grant'),
    publication: PUBLICATION_CLOCK,
  },
  stages: {
    intake: {
      title: '收件',
      actions: {
        accept: {
          title: '受理',
          by: 'clerk',
          issues: ['acceptance-notice'],
          closes: ['supplement'],
          starts: ['decision'],
          opens: 'delivery',
          to: 'review',
          basis: '《行政许可法》第三十二条第一款第五项',
        },
        'ask-supplement': { ...ASK_SUPPLEMENT, gates: [supplementOnce] },
        withdraw: { ...GIVE_UP, closes: ['supplement'] },
        ...HANDLING,
      },
    },
    supplement: { title: '补正', actions: { supply: SUPPLY, withdraw: GIVE_UP, ...HANDLING } },
    review: {
      title: '审查',
      actions: {
        examine: { ...EXAMINE, gates: [verifiedIfNeeded, specialTimeOver] },
        verify: VERIFY,
        'begin-special-time': { ...BEGIN_SPECIAL_TIME, suspends: ['decision'] },
        'end-special-time': { ...END_SPECIAL_TIME, resumes: ['decision'] },
        'extend-clock': EXTEND_CLOCK,
        withdraw: { ...GIVE_UP, closes: ['decision'] },
        'open-recusal': OPEN_RECUSAL,
        ...HANDLING,
      },
    },
    decision: {
      title: '决定',
      actions: {
        grant: {
          title: '准予变更',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['conditions'],
          gates: [licenceStands('《行政许可法》第四十九条'), RECUSAL_SETTLED],
          issues: ['licence-change-grant'],
          licence: 'change',
          meets: ['decision'],
          starts: ['issue', 'publication'],
          opens: 'delivery',
          outcome: 'granted',
          to: 'handing-over',
          basis: '《行政许可法》第四十九条',
        },
        refuse: {
          title: '不予变更',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['refusal-reason'],
          gates: [RECUSAL_SETTLED],
          issues: ['licence-change-refusal'],
          meets: ['decision'],
          starts: ['publication'],
          opens: 'delivery',
          outcome: 'refused',
          to: 'handing-over',
          basis: '《行政许可法》第三十八条第二款',
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
          by: 'clerk',
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
