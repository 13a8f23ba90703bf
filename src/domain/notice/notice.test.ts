import { describe, expect, test } from 'vitest'
import { decideBooking } from '#domain/case/decide-booking.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { done, LawOffice, PEOPLE } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { DEFAULT_SETTINGS, isWanted, minutesToWait } from './notice.ts'
import { noticesOfDay } from './notices-of-day.ts'
import { noticesOfEvents, settledBy } from './notices-of-events.ts'

const at = (hours: number, minutes = 0) => hours * 60 + minutes
const NIGHT = { ...DEFAULT_SETTINGS, quiet: { from: at(22), until: at(7) } }

/** What the events since then tell, as the case stands now. */
function told(office: LawOffice, since = 0) {
  const events = office.events.slice(since)
  return noticesOfEvents(PROCEDURES, office.case, events, [])
}
const proposed = () => {
  const office = new LawOffice()
  steps.openPenalty(office)
  const since = office.events.length
  done(office.take('lin', 'file', steps.filing(office)))
  return { office, since }
}

describe('what people are told of', () => {
  test('a case is told to the handlers it was given to, and not to who opened it', () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    expect(told(office)).toMatchObject([{ kind: 'assigned', to: ['person:lin', 'person:zhou'], except: 'lin' }])
  })
  test('a proposal is told to whoever agrees next, step by step, and settled by the agreement', () => {
    const { office, since } = proposed()
    const [first] = told(office, since)
    expect(first).toMatchObject({ kind: 'to-approve', to: ['unit-head:unit-handling'], except: 'lin' })
    const step = office.events.length
    office.agreeAll('zheng')
    const [second] = told(office, step)
    expect(second).toMatchObject({ kind: 'to-approve', to: ['role:agency-head'] })
    expect(second?.key).not.toBe(first?.key)
    expect(settledBy(PROCEDURES, office.case, office.events.slice(step))).toMatchObject([{ about: first?.about }])
  })
  test('what was settled before the telling is not told any more', () => {
    const { office, since } = proposed()
    const until = office.events.length
    office.agreeAll('zheng', 'wu')
    expect(noticesOfEvents(PROCEDURES, office.case, office.events.slice(since, until), [])).toEqual([])
  })
  test('a return is told to its author with the reason, a reminder to who has it', () => {
    const { office } = proposed()
    const run = office.case.runs[0]
    const proposal = run?.proposals[0]?.id ?? ''
    const since = office.events.length
    done(office.do('lin', { type: 'remind', run: 'main', proposal }))
    done(office.do('zheng', { type: 'return', run: 'main', proposal, reason: '写明条款' }))
    const [returned] = told(office, since)
    expect(returned).toMatchObject({ kind: 'returned', to: ['person:lin'] })
    expect(returned?.sentence).toContain('写明条款')
  })
  test('a review is told to the reviewers, while it waits', () => {
    const office = new LawOffice()
    steps.draft(steps.reach(office, 'drafting'))
    const since = office.events.length
    done(office.take('lin', 'submit-review'))
    expect(told(office, since)).toMatchObject([{ kind: 'to-handle', to: ['role:reviewer'] }])
  })
})

describe('money that the bank tells of', () => {
  test('is told to the handlers, who say whether everything has been done; what an officer typed is not', () => {
    const office = steps.reach(new LawOffice(), 'performance')
    const paid = { party: 'party-1', amountFen: 500_000, paidOn: office.today, reference: 'B1' }
    const booked = decideBooking(office.env, office.case, paid, null)
    if ('refusals' in booked) throw new Error('the payment was not booked')
    const { state, events } = booked.story
    const sent = events.map((body, at) => ({ ...body, seq: at, at: '', on: office.today, by: null }))
    expect(noticesOfEvents(PROCEDURES, state, sent, [])).toMatchObject([
      {
        kind: 'to-handle',
        to: ['person:lin', 'person:zhou'],
        sentence: expect.stringContaining('5,000.00 元（银行对账）'),
      },
    ])
    const since = office.events.length
    done(
      office.take('lin', 'record-performance', {
        party: steps.ofEveryParty(office, { ...steps.PAID, 'paid-on': office.today }),
      }),
    )
    expect(told(office, since)).toEqual([])
  })
})

describe('what the calendar tells', () => {
  const opened = () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    return office
  }
  test('a term is told three days before its last day, once, and again when it has run out', () => {
    const on = (day: string) => {
      const office = opened().on(day)
      return noticesOfDay(office.env, office.case)
    }
    expect(on('2026-06-19')).toEqual([])
    expect(on('2026-06-20')).toMatchObject([
      { kind: 'due-soon', dueOn: '2026-06-23', to: ['person:lin', 'person:zhou'] },
    ])
    expect(on('2026-06-23')[0]?.key).toBe(on('2026-06-20')[0]?.key)
    expect(on('2026-06-24')).toMatchObject([{ kind: 'overdue' }])
    expect(on('2026-06-24')[0]?.to).toContain(`unit-head:${PEOPLE.zheng.posts[0]?.unit}`)
  })
})

describe('when people are told', () => {
  test('nothing comes in quiet hours, also over midnight; what is urgent waits for their end too', () => {
    expect(minutesToWait('due-soon', NIGHT, at(21, 59))).toBe(0)
    expect(minutesToWait('due-soon', NIGHT, at(22))).toBe(9 * 60)
    expect(minutesToWait('to-approve', NIGHT, at(6, 59))).toBe(1)
    expect(minutesToWait('to-approve', NIGHT, at(7))).toBe(0)
  })
  test('what is not urgent waits for the digest, and for the end of quiet hours when it falls into them', () => {
    const daily = { ...DEFAULT_SETTINGS, digestAt: at(8, 30) }
    expect(minutesToWait('due-soon', daily, at(9))).toBe(23 * 60 + 30)
    expect(minutesToWait('returned', daily, at(9))).toBe(0)
    expect(minutesToWait('due-soon', { ...NIGHT, digestAt: at(6) }, at(5))).toBe(2 * 60)
  })
  test('what is urgent cannot be muted', () => {
    const muted = { ...DEFAULT_SETTINGS, muted: ['due-soon', 'returned'] }
    expect(isWanted('due-soon', muted)).toBe(false)
    expect(isWanted('returned', muted)).toBe(true)
  })
})
