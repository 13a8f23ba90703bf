import { plainDate } from '#domain/calendar/plain-date.ts'
import { hearingAskedOn } from '#domain/case/gates/licence-hearing.ts'
import { hostNotHandler } from '#domain/case/gates/people.ts'
import { hearingOf } from './hearing-of.ts'

/** 听证 before a licence: asked for by the applicant or by others whom it touches, or announced by the office. */
export const licenceHearing = hearingOf({
  code: 'licence-hearing',
  version: '2019-04-23',
  validFrom: plainDate('2019-04-23'),
  title: '行政许可听证',
  basis: '《行政许可法》第四十六条、第四十七条、第四十八条',
  who: '申请听证的人',
  law: {
    notice: 'licence-hearing-notice',
    record: 'licence-hearing-record',
    recusal: 'licence-host-recusal',
    // One that nobody asked for is held for the public, and is announced with its time and place (行政许可法第四十六条).
    announcement: {
      paper: 'licence-hearing-announcement',
      onlyIf: ({ run }) => run.openedBy === 'announce-hearing',
    },
    hosted: hostNotHandler('《行政许可法》第四十八条第一款第三项', '听证由审查本申请的工作人员以外的人员主持'),
    calling: '《行政许可法》第四十八条第一款第一项',
    called: '《行政许可法》第四十八条第一款第一项、第三项',
    holding: '《行政许可法》第四十八条第一款',
    heard: '《行政许可法》第四十八条第一款第四项、第五项',
    givenUp: '《行政许可法》第四十七条第一款',
  },
  within: {
    title: '组织听证',
    term: { parameter: 'licence.hearing-term' },
    from: hearingAskedOn,
    rolls: true,
    missed: 'warning',
    basis: '《行政许可法》第四十七条第一款',
  },
})
