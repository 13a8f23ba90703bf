import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { listEntry } from '../../../tests/support/recording-lists.ts'
import { leftUnrecorded } from '../../../tests/support/recording-oracle.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { sceneDebts } from './scene-debts.ts'
import { canShow, type ShownAct } from './shows-act.ts'

const act = (on: string, actedAt: string, beganAt?: string): ShownAct => ({
  on: plainDate(on),
  word: { actedAt, ...(beganAt && { beganAt }) },
})
const talk = act('2026-06-03', '2026-06-02T11:00:00+08:00', '2026-06-02T10:00:00+08:00')
const overnight = act('2026-06-03', '2026-06-03T01:00:00+08:00', '2026-06-02T23:30:00+08:00')
const written = act('2026-06-05', '2026-06-05T09:00:00+08:00')

describe('a recording can show an act', () => {
  test.each([
    ['of its hour', talk, [], '2026-06-02T09:58:00+08:00', true],
    ['of its morning, since one recording may cover two talks', talk, [], '2026-06-02T08:00:00+08:00', true],
    ['not of the day before', talk, [], '2026-06-01T10:00:00+08:00', false],
    ['not of the day after, though it was written down then', talk, [], '2026-06-03T10:00:00+08:00', false],
    ['begun before midnight, over midnight', overnight, [], '2026-06-02T23:20:00+08:00', true],
    ['begun after midnight, over midnight', overnight, [], '2026-06-03T00:10:00+08:00', true],
    [
      'switched on a little before midnight',
      act('2026-06-03', '2026-06-03T01:00:00+08:00', '2026-06-03T00:10:00+08:00'),
      [],
      '2026-06-02T23:45:00+08:00',
      true,
    ],
    [
      'of days before it was entered, where nobody wrote down its times',
      written,
      [],
      '2026-06-01T10:00:00+08:00',
      true,
    ],
    ['not of days after it was entered', written, [], '2026-06-06T10:00:00+08:00', false],
    ['not of the day of an earlier act of its scene', written, [talk], '2026-06-02T10:00:00+08:00', false],
    ['of a day between the two', written, [talk], '2026-06-04T10:00:00+08:00', true],
    [
      'of the day on which the last agreement gave it effect',
      act('2026-06-07', '2026-06-05T09:00:00+08:00'),
      [],
      '2026-06-07T10:00:00+08:00',
      true,
    ],
  ] as const)('%s', (_title, shown, earlier, capturedAt, can) => expect(canShow(capturedAt, shown, earlier)).toBe(can))
})

describe('two talks on two days, whole-course', () => {
  const inquiryOf = (office: LawOffice, day: string) => {
    const facts = { 'began-at': `${day}T09:00:00+08:00`, 'ended-at': `${day}T10:00:00+08:00` }
    const { case: of, ...rest } = steps.inquiry(office) as { case: Record<string, unknown> }
    done(office.on(day).take('lin', 'inquire', { ...rest, case: { ...of, ...facts } }, [], {}))
  }
  const twoTalks = () => {
    const office = steps.reach(new LawOffice({ recordingList: [listEntry('inquiry')] }), 'investigation')
    inquiryOf(office, '2026-06-02')
    inquiryOf(office, '2026-06-03')
    done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
    return office.on('2026-06-04')
  }
  const report = (office: LawOffice) => office.take('lin', 'report', { case: steps.REPORT })
  const of = (day: string) => ({ capturedAt: `${day}T09:01:00+08:00` })

  test('a recording settles the talk of its own day and no other', () => {
    const office = twoTalks()
    done(office.bind('lin', 'main', 'inquiry', of('2026-06-02')))
    expect(sceneDebts(office.case).map(({ actedAt }) => actedAt.slice(0, 10))).toEqual(['2026-06-03'])
    const refused = report(office)
    expect(gatesOf(refused)).toEqual(['recording-bound'])
    expect(refused.ok ? '' : refused.refusals[0]?.sentence).toContain(
      '已绑定的是2026-06-02拍摄的，不是2026-06-03办的这一次',
    )
    done(office.bind('lin', 'main', 'inquiry', of('2026-06-03')))
    done(report(office))
    office.agreeAll('zheng')
    expect(leftUnrecorded(office.events)).toEqual([])
  })

  test('the recording of the second does not settle the first either', () => {
    const office = twoTalks()
    done(office.bind('lin', 'main', 'inquiry', of('2026-06-03')))
    expect(sceneDebts(office.case).map(({ actedAt }) => actedAt.slice(0, 10))).toEqual(['2026-06-02'])
  })

  test('the second opinion sees a case that went on with the recording of one day only', () => {
    const office = twoTalks()
    done(office.bind('lin', 'main', 'inquiry', of('2026-06-02')))
    done(office.bind('lin', 'main', 'inquiry', of('2026-06-03')))
    done(report(office))
    office.agreeAll('zheng')
    const forged = office.events.map((event) =>
      event.type === 'recording-bound' ? { ...event, ...of('2026-06-02') } : event,
    )
    expect(leftUnrecorded(forged)).toEqual(['report left inquiry of inquire behind'])
  })

  test('what shows the first talk is no word on the second', () => {
    const office = steps.reach(new LawOffice(), 'investigation')
    const { case: said, ...rest } = steps.inquiry(office) as { case: Record<string, unknown> }
    done(office.take('lin', 'inquire', { ...rest, case: said }, [], { inquiry: { follows: true } }))
    done(office.bind('lin', 'main', 'inquiry', of('2026-06-01')))
    office.on('2026-06-03')
    expect(gatesOf(office.take('lin', 'inquire', steps.inquiry(office), [], {}))).toEqual(['scene-word'])
  })
})
