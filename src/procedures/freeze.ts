import { plainDate } from '#domain/calendar/plain-date.ts'
import { measureTimesInOrder } from '#domain/case/gates/custody.ts'
import { amountFits, freezeOver, notFrozenBefore } from '#domain/case/gates/freeze.ts'
import { majorReviewed } from '#domain/case/gates/major-review.ts'
import { identityShown, twoOfficersSeize } from '#domain/case/gates/measure.ts'
import { type Fact, procedureOf, type Role } from '#domain/procedure/definition.ts'
import { MEASURE_REVIEW_FACTS, NOT_UNDER_REVIEW, submitReview } from './major-review.ts'

const LAW = '《行政强制法》'
const HEADS: readonly Role[] = ['unit-head', 'agency-head']
const MEASURE = ['reason', 'measure-basis', 'bank', 'account', 'amount', 'amount-fits'] as const

type Kind = Pick<Fact, 'kind'> & Partial<Pick<Fact, 'help' | 'choices' | 'under'>>

function fact(title: string, of: Kind): Fact {
  return { title, per: 'case', disclosure: 'officials', ...of }
}

const drop = {
  title: '不采取措施',
  by: 'handler',
  asks: ['drop-reason'],
  to: 'dropped',
  basis: `${LAW}第十六条第二款`,
} as const

/** 冻结存款、汇款: only where a statute gives the power; approved before, carried out at the bank, told to the party within three working days. */
export const freeze = procedureOf({
  code: 'freeze',
  version: '2012-01-01',
  validFrom: plainDate('2012-01-01'),
  title: '冻结存款、汇款',
  basis: `${LAW}第二十九条`,
  start: 'asked',
  draft: MEASURE,
  facts: {
    ...MEASURE_REVIEW_FACTS,
    reason: fact('理由', { kind: 'long-text', help: '写明违法行为涉及的金额和怎样算出' }),
    'measure-basis': fact('依据', {
      kind: 'basis',
      help: '必须是法律的具体条款；法规、规章不能授予冻结的权力',
    }),
    bank: fact('金融机构', { kind: 'text' }),
    account: fact('账号', { kind: 'text', help: '写明户名和账号' }),
    amount: fact('金额', { kind: 'money' }),
    'amount-fits': fact('数额与违法行为涉及的金额相当', { kind: 'yes-no' }),
    'not-frozen-before': fact('没有被其他国家机关依法冻结', { kind: 'yes-no', help: '到金融机构时查明' }),
    officers: fact('实施人员', { kind: 'people', help: '两名以上有执法资格的人员' }),
    'identity-shown': fact('已出示执法身份证件', { kind: 'yes-no' }),
    'began-at': fact('开始时间', { kind: 'instant' }),
    'ended-at': fact('结束时间', { kind: 'instant' }),
    place: fact('实施地点', { kind: 'text' }),
    scene: fact('现场情况', {
      kind: 'long-text',
      help: '金融机构接收通知书的人员、冻结的账号和实际冻结的数额',
    }),
    'drop-reason': fact('不采取措施的原因', { kind: 'text' }),
    'extension-reason': fact('延长理由', { kind: 'long-text' }),
    'lift-ground': fact('解除的情形', {
      kind: 'choice',
      choices: [
        '当事人没有违法行为',
        '冻结的存款、汇款与违法行为无关',
        '对违法行为已经作出处理决定，不再需要冻结',
        '冻结期限已经届满',
        '其他不再需要采取冻结措施的情形',
      ],
    }),
    'transfer-to': fact('接受移送的机关和案件', { kind: 'text' }),
    'transfer-reason': fact('移送的理由和依据', { kind: 'long-text' }),
    'lapse-words': fact('期满和金融机构解除冻结的情况', { kind: 'text' }),
  },
  clocks: {
    term: {
      title: '冻结期限',
      term: { parameter: 'freeze.term' },
      fromInstant: 'began-at',
      rolls: false,
      extension: { by: { parameter: 'freeze.extension-length' } },
      missed: 'ends',
      basis: `${LAW}第三十二条第一款`,
    },
    'hand-over': {
      title: '向当事人交付冻结决定书',
      term: { length: 3, unit: 'working-day' },
      fromInstant: 'began-at',
      rolls: false,
      metByDelivery: 'freeze-decision',
      missed: 'warning',
      basis: `${LAW}第三十一条`,
    },
  },
  stages: {
    asked: {
      title: '待批准',
      actions: {
        ask: {
          title: '报请冻结存款、汇款',
          by: 'handler',
          approval: HEADS,
          asks: [...MEASURE, 'review-ground'],
          gates: [amountFits, majorReviewed],
          issues: ['coercion-approval'],
          to: 'approved',
          basis: `${LAW}第十八条第一项、第三十条第一款`,
        },
        'submit-review': submitReview(MEASURE, [amountFits]),
        drop: { ...drop, ...NOT_UNDER_REVIEW },
      },
    },
    approved: {
      title: '已批准，待实施',
      actions: {
        freeze: {
          title: '向金融机构交付通知书，实施冻结',
          by: 'handler',
          asks: ['officers', 'identity-shown', 'not-frozen-before', 'began-at', 'ended-at', 'place', 'scene'],
          gates: [twoOfficersSeize, identityShown, notFrozenBefore, measureTimesInOrder],
          adds: 'evidence',
          issues: ['freeze-assistance', 'freeze-record', 'freeze-decision'],
          opens: 'delivery',
          starts: ['term', 'hand-over'],
          to: 'frozen',
          basis: `${LAW}第三十条第一款`,
        },
        drop,
      },
    },
    frozen: {
      title: '冻结中',
      actions: {
        release: {
          title: '解除冻结',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['lift-ground'],
          issues: ['freeze-release', 'freeze-release-assistance'],
          opens: 'delivery',
          closes: ['term', 'hand-over'],
          to: 'released',
          basis: `${LAW}第三十三条第一款、第二款`,
        },
        extend: {
          title: '延长冻结期限',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['extension-reason'],
          issues: ['freeze-extension'],
          opens: 'delivery',
          extends: ['term'],
          basis: `${LAW}第三十二条`,
        },
        'move-along': {
          title: '涉嫌犯罪，款项一并移送',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['transfer-to', 'transfer-reason'],
          issues: ['freeze-transfer-notice'],
          opens: 'delivery',
          meets: ['term'],
          closes: ['hand-over'],
          to: 'moved',
          basis: `${LAW}第二十一条`,
        },
        lapse: {
          title: '期满，金融机构已解除冻结',
          by: 'handler',
          asks: ['lapse-words'],
          gates: [freezeOver],
          closes: ['term', 'hand-over'],
          to: 'lapsed',
          basis: `${LAW}第三十三条第三款`,
        },
      },
    },
    released: { title: '已经解除', ends: 'released', actions: {} },
    moved: { title: '已经移送', ends: 'moved', actions: {} },
    lapsed: { title: '期满自行解除', ends: 'lapsed', actions: {} },
    dropped: { title: '没有采取措施', ends: 'dropped', actions: {} },
  },
})
