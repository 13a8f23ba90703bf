import { parameter } from './parameter.ts'

/** What the list of an agency says of a decision. */
export const MAJOR_LIST = { always: '一律审核', onGround: '有重大情形的审核' } as const

/** 法制审核 of whatever kind of decision. */
export const REVIEW_PARAMETERS = {
  'review.major-decisions': parameter(
    'by-name',
    '重大执法决定法制审核目录（程序、事项或者决定）',
    {
      撤回行政许可: MAJOR_LIST.always,
      撤销行政许可: MAJOR_LIST.always,
      '行政征用（应急）': MAJOR_LIST.always,
    },
    {
      basis:
        '国办发〔2018〕118号第四部分要求各机关制定目录清单；收回许可、征用财产直接关系当事人重大权益，默认列入，其余按情形',
      origin: 'region',
      verified: false,
      choices: Object.values(MAJOR_LIST),
    },
  ),
} as const
