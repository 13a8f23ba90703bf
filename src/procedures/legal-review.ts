import { plainDate } from '#domain/calendar/plain-date.ts'
import { pointsAgree, reviewerLicensed, reviewerQualified, sevenPointsAnswered } from '#domain/case/gates/review.ts'
import { MAJOR_REVIEW } from '#domain/case/reviewed-act.ts'
import { type Fact, procedureOf } from '#domain/procedure/definition.ts'

const VERDICTS = ['没有问题', '有问题']

function verdict(title: string): Fact {
  return { title, kind: 'choice', per: 'case', disclosure: 'officials', choices: VERDICTS }
}
const reason: Fact = { title: '理由', kind: 'long-text', per: 'case', disclosure: 'officials', maxLength: 2000 }

const POINTS = [
  'subject-verdict',
  'subject-reason',
  'procedure-verdict',
  'procedure-reason',
  'facts-verdict',
  'facts-reason',
  'law-verdict',
  'law-reason',
  'power-verdict',
  'power-reason',
  'documents-verdict',
  'documents-reason',
  'crime-verdict',
  'crime-reason',
  'overall',
] as const

/** 重大执法决定法制审核: the same for every kind of enforcement. */
export const legalReview = procedureOf({
  code: 'legal-review',
  version: '2021-07-15',
  validFrom: plainDate('2019-01-03'),
  title: '法制审核',
  basis: MAJOR_REVIEW,
  start: 'queue',
  starts: ['review'],
  facts: {
    'subject-verdict': verdict('执法主体和人员资格'),
    'subject-reason': reason,
    'procedure-verdict': verdict('执法程序'),
    'procedure-reason': reason,
    'facts-verdict': verdict('事实和证据'),
    'facts-reason': reason,
    'law-verdict': verdict('法律适用和裁量基准'),
    'law-reason': reason,
    'power-verdict': verdict('执法权限'),
    'power-reason': reason,
    'documents-verdict': verdict('执法文书'),
    'documents-reason': reason,
    'crime-verdict': verdict('是否涉嫌犯罪需要移送'),
    'crime-reason': reason,
    overall: { title: '审核意见', kind: 'long-text', per: 'case', disclosure: 'officials' },
    missing: { title: '需要补充的材料和期限', kind: 'long-text', per: 'case', disclosure: 'officials' },
    supplement: { title: '补充情况', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'extension-reason': { title: '延长审核期限的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'withdraw-reason': { title: '撤回送审的理由', kind: 'text', per: 'case', disclosure: 'officials' },
  },
  clocks: {
    review: {
      title: '法制审核',
      term: { parameter: 'review.term' },
      extension: { by: { parameter: 'review.extension-length' } },
      rolls: true,
      missed: 'warning',
      basis: MAJOR_REVIEW,
    },
  },
  stages: {
    queue: {
      title: '待审核',
      actions: {
        pass: {
          title: '同意',
          by: 'reviewer',
          asks: POINTS,
          gates: [reviewerLicensed, reviewerQualified, sevenPointsAnswered, pointsAgree],
          issues: ['review-opinion'],
          meets: ['review'],
          to: 'passed',
          basis: MAJOR_REVIEW,
        },
        object: {
          title: '提出问题，退承办机构',
          by: 'reviewer',
          asks: POINTS,
          gates: [reviewerLicensed, reviewerQualified, sevenPointsAnswered],
          issues: ['review-opinion'],
          meets: ['review'],
          to: 'objected',
          basis: MAJOR_REVIEW,
        },
        'ask-material': {
          title: '材料不齐，退补',
          by: 'reviewer',
          asks: ['missing'],
          issues: ['review-return'],
          to: 'supplement',
          basis: MAJOR_REVIEW,
        },
        extend: {
          title: '案情复杂，报请延长审核期限',
          by: 'reviewer',
          approval: ['agency-head'],
          asks: ['extension-reason'],
          extends: ['review'],
          basis: MAJOR_REVIEW,
        },
        'take-back': {
          title: '撤回送审',
          by: 'handler',
          asks: ['withdraw-reason'],
          meets: ['review'],
          to: 'withdrawn',
          basis: MAJOR_REVIEW,
        },
      },
    },
    supplement: {
      title: '补充材料',
      actions: {
        supply: {
          title: '补充后再次报送',
          by: 'handler',
          asks: ['supplement'],
          starts: ['review'],
          to: 'queue',
          basis: MAJOR_REVIEW,
        },
        'take-back': {
          title: '撤回送审',
          by: 'handler',
          asks: ['withdraw-reason'],
          meets: ['review'],
          to: 'withdrawn',
          basis: MAJOR_REVIEW,
        },
      },
    },
    passed: { title: '审核通过', ends: 'pass', actions: {} },
    objected: { title: '提出问题', ends: 'objected', actions: {} },
    withdrawn: { title: '撤回', ends: 'withdrawn', actions: {} },
  },
})
