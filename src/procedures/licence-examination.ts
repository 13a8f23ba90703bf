import { twoPeople } from '#domain/case/gates/people.ts'

/** What an application may need before it is decided: the same for a new licence and for what is asked of one that stands. */
export const VERIFY = {
  title: '核查实质内容',
  by: 'handler',
  asks: ['checkers', 'checked-at', 'checked-place', 'checked-facts', 'applicant-word'],
  gates: [twoPeople('checkers')],
  records: [{ scene: 'licence-verification', duty: 'as-needed' }],
  issues: ['licence-verification'],
  basis: '《行政许可法》第三十四条第三款',
} as const

export const BEGIN_SPECIAL_TIME = {
  title: '进入特别程序，期限不计',
  by: 'handler',
  approval: ['unit-head'],
  asks: ['suspension-ground', 'special-matter', 'special-days'],
  issues: ['licence-special-time'],
  opens: 'delivery',
  basis: '《行政许可法》第四十五条',
} as const

export const END_SPECIAL_TIME = {
  title: '特别程序结束，恢复期限',
  by: 'handler',
  asks: ['special-result'],
  basis: '《行政许可法》第四十五条',
} as const

export const EXTEND_CLOCK = {
  title: '延长许可期限',
  by: 'handler',
  approval: ['agency-head'],
  asks: ['extension-reason'],
  extends: ['decision'],
  issues: ['licence-extension-approval', 'licence-extension-notice'],
  opens: 'delivery',
  basis: '《行政许可法》第四十二条',
} as const
