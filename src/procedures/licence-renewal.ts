import { plainDate } from '#domain/calendar/plain-date.ts'
import { everythingDelivered, supplementOnce } from '#domain/case/gates/licence.ts'
import { verifiedIfNeeded } from '#domain/case/gates/licence-examination.ts'
import {
  deemedRenewed,
  endAsRegistered,
  laterThanBefore,
  licenceStands,
  noRenewalOpen,
  renewalInTime,
} from '#domain/case/gates/licence-standing.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { VERIFY } from './licence-examination.ts'
import {
  ASK_SUPPLEMENT,
  EXAMINE,
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

/** 延续 of a licence that is about to run out: what nobody decides in time is granted by law. */
export const licenceRenewal = procedureOf({
  code: 'licence-renewal',
  version: '2019-04-23',
  validFrom: plainDate('2019-04-23'),
  title: '行政许可延续',
  basis: '《行政许可法》第五十条',
  start: 'intake',
  numberedBy: 'acceptance-notice',
  opening: {
    kind: '行政许可',
    purpose: '有效期届满前申请延续；届满前没有决定的，视为准予延续',
    from: [
      { procedure: 'licence', outcomes: ['granted'], takes: { 'licence-ends-on': 'valid-until' } },
      { procedure: 'licence-renewal', outcomes: ['granted'], takes: { 'licence-ends-on': 'valid-until' } },
      { procedure: 'licence-change', outcomes: ['granted'] },
    ],
    by: 'clerk',
    partyTitle: '被许可人',
    violations: false,
    asks: ['licence-number', 'item', 'licence-basis', 'licence-ends-on', 'other-term', 'application', 'materials'],
    gates: [licenceStands('《行政许可法》第五十条第一款'), noRenewalOpen, endAsRegistered, renewalInTime],
    issues: ['material-receipt'],
    starts: ['supplement', 'decision'],
  },
  draft: ['item', 'application', 'finding', 'valid-until'],
  disclosure: { documents: ['licence-renewal-grant', 'licence-renewal-refusal'], clock: 'publication' },
  facts: {
    ...HANDLER_FACTS,
    ...REQUEST_FACTS,
    'licence-ends-on': { title: '原有效期至', kind: 'date', per: 'case', disclosure: 'public' },
    'other-term': {
      title: '另有申请期限的规定',
      kind: 'basis',
      per: 'case',
      disclosure: 'officials',
      optional: true,
      help: '法律、法规、规章规定了别的申请期限的才填',
    },
    'valid-until': { title: '有效期至', kind: 'date', per: 'case', disclosure: 'public' },
  },
  clocks: {
    supplement: SUPPLEMENT_CLOCK,
    decision: {
      title: '决定是否准予延续',
      term: { until: 'licence-ends-on' },
      rolls: false,
      missed: 'refuses',
      consequence: '逾期未作决定的，视为准予延续',
      basis: '《行政许可法》第五十条第二款',
    },
    issue: issueClock('licence-renewal-grant'),
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
          licence: 'ask-renewal',
          closes: ['supplement'],
          opens: 'delivery',
          to: 'review',
          basis: '《行政许可法》第三十二条第一款第五项',
        },
        'ask-supplement': { ...ASK_SUPPLEMENT, gates: [supplementOnce] },
        withdraw: { ...GIVE_UP, closes: ['supplement', 'decision'] },
        ...HANDLING,
      },
    },
    supplement: {
      title: '补正',
      actions: { supply: SUPPLY, withdraw: { ...GIVE_UP, closes: ['decision'] }, ...HANDLING },
    },
    review: {
      title: '审查',
      actions: {
        examine: { ...EXAMINE, gates: [verifiedIfNeeded] },
        verify: VERIFY,
        withdraw: { ...GIVE_UP, licence: 'refuse-renewal', closes: ['decision'] },
        'open-recusal': OPEN_RECUSAL,
        ...HANDLING,
      },
    },
    decision: {
      title: '决定',
      actions: {
        grant: {
          title: '准予延续',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['valid-until'],
          gates: [laterThanBefore, RECUSAL_SETTLED],
          issues: ['licence-renewal-grant'],
          licence: 'renew',
          meets: ['decision'],
          starts: ['issue', 'publication'],
          opens: 'delivery',
          outcome: 'granted',
          to: 'handing-over',
          basis: '《行政许可法》第五十条第二款',
        },
        refuse: {
          title: '不予延续',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['refusal-reason'],
          gates: [RECUSAL_SETTLED],
          issues: ['licence-renewal-refusal'],
          licence: 'refuse-renewal',
          meets: ['decision'],
          starts: ['publication'],
          opens: 'delivery',
          outcome: 'refused',
          to: 'handing-over',
          basis: '《行政许可法》第五十条第二款',
        },
        'register-deemed': {
          title: '登记视为准予延续',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['valid-until'],
          gates: [deemedRenewed, laterThanBefore],
          issues: ['licence-renewal-grant'],
          licence: 'renew',
          closes: ['decision'],
          starts: ['issue', 'publication'],
          opens: 'delivery',
          outcome: 'granted',
          to: 'handing-over',
          basis: '《行政许可法》第五十条第二款',
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
