import { describe, expect, test } from 'vitest'
import { lastDayOf } from '#domain/case/clock.ts'
import { rootRun } from '#domain/case/state.ts'
import { visibleState } from '#domain/case/visible-state.ts'
import * as clue from '../../tests/support/clue-steps.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { done, LawOffice, PEOPLE } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'

const WHO = { informant: '钱某某', contact: '000-12345678', 'wants-reply': true }
const reply = ({ case: state }: LawOffice) => rootRun(state).clocks.findLast(({ clock }) => clock === 'reply')

/** A case that came of what somebody told. */
function reported(more: Readonly<Record<string, unknown>> = WHO): LawOffice {
  const office = new LawOffice()
  steps.openPenalty(office, {}, more)
  done(office.take('lin', 'file', steps.filing(office)))
  office.agreeAll('zheng', 'wu')
  return office
}

describe('whoever told of it', () => {
  test('is answered within five working days of the decision to make no case of it', () => {
    const office = clue.notFiled(clue.register(new LawOffice()))
    const clock = reply(office)
    expect(clock && lastDayOf(clock)).toBe('2026-06-08')
    done(office.take('lin', 'reply-informant', clue.answered(office.today)))
    expect(rootRun(office.case)).toMatchObject({ stage: 'not-filed', outcome: 'not-filed' })
    expect(reply(office)?.metOn).toBe(office.today)
    const letter = fillIssued(office, 'report-reply')
    expect(letter.letter?.addressee).toBe('举报人')
    expect(plainWords(letter)).toContain('受理情况：不予立案。')
  })

  test('is answered about the case that came of it within five working days of filing, where they want it', () => {
    const office = reported()
    const clock = reply(office)
    expect(clock && lastDayOf(clock)).toBe('2026-06-08')
    done(office.take('lin', 'reply-informant', clue.answered(office.today, '已经立案')))
    expect(reply(office)?.metOn).toBe(office.today)
    expect(rootRun(office.case).stage).toBe('investigation')
  })

  test('is owed nothing where they want no answer', () => {
    expect(reply(reported({}))).toBeUndefined()
    expect(reply(reported({ 'wants-reply': false }))).toBeUndefined()
  })

  test('is named in no paper of the case, and seen by nobody but who handles it', () => {
    const office = reported()
    done(office.take('lin', 'reply-informant', clue.answered(office.today, '已经立案')))
    steps.finish(steps.reach(office, 'delivery'))
    const codes = [...new Set(office.case.documents.map(({ code }) => code))]
    expect(codes).toEqual(expect.arrayContaining(['report-reply', 'filing-approval', 'penalty-decision']))
    const words = codes.map((code) => plainWords(fillIssued(office, code))).join()
    for (const said of [WHO.informant, WHO.contact]) expect(words).not.toContain(said)
    const seen = (who: 'lin' | 'chuang') =>
      JSON.stringify(visibleState(office.env.procedures, office.case, PEOPLE[who]))
    expect(seen('lin')).toContain(WHO.informant)
    expect(seen('chuang')).not.toContain(WHO.informant)
  })
})
