import { plainDate } from '#domain/calendar/plain-date.ts'
import { hostNotHandler } from '#domain/case/gates/people.ts'
import { hearingOf } from './hearing-of.ts'

/** 听证 before a penalty. */
export const hearing = hearingOf({
  code: 'hearing',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '听证',
  basis: '《行政处罚法》第六十三条、第六十四条',
  who: '当事人',
  law: {
    notice: 'hearing-notice',
    record: 'hearing-record',
    report: 'hearing-report',
    recusal: 'host-recusal',
    ending: 'hearing-termination',
    announcement: { paper: 'hearing-announcement', onlyIf: ({ run }) => run.facts.case['is-open'] === true },
    hosted: hostNotHandler('《行政处罚法》第六十四条第四项', '听证由非本案调查人员主持'),
    calling: '《行政处罚法》第六十四条第二项',
    called: '《行政处罚法》第六十四条第二项、第四项',
    holding: '《行政处罚法》第六十四条',
    heard: '《行政处罚法》第六十四条、第六十五条',
    givenUp: '《行政处罚法》第六十四条第六项',
  },
})
