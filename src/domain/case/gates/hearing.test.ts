import { describe, expect, test } from 'vitest'
import { fillIssued } from '../../../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import { asked } from '../../../../tests/support/scenarios/child-scenarios.ts'

describe('a hearing', () => {
  test.each<readonly [string, string, string, readonly string[]]>([
    ['of the eleventh is let through on the first: seven working days lie between', '2026-06-01', '2026-06-11', []],
    ['of the tenth is refused on the first', '2026-06-01', '2026-06-10', ['hearing-notice-in-time']],
    ['after the spring festival counts the Saturday on which the office works', '2026-02-13', '2026-03-03', []],
    ['after the spring festival has no day less', '2026-02-13', '2026-03-02', ['hearing-notice-in-time']],
  ])('%s', (_title, today, on, gates) => {
    const office = new LawOffice({ on: today })
    steps.openPenalty(office, {}, { 'found-on': '2026-02-01' })
    done(office.take('lin', 'file', steps.filing(office, { 'violation-1': '2026-02-01' })))
    office.agreeAll('zheng', 'wu')
    expect(gatesOf(asked(office).take('lin', 'call', { case: { ...steps.CALL, 'hearing-on': on } }))).toEqual(gates)
  })

  test('is held by the host who was named and by nobody else', () => {
    const office = asked(new LawOffice())
    steps.callHearing(office, { host: ['fu'] })
    steps.deliverAll(office)
    office.on('2026-06-12')
    expect(gatesOf(office.take('zhu', 'hold', steps.HEARING_RECORD))).toEqual(['role'])
    expect(gatesOf(office.take('lin', 'hold', steps.HEARING_RECORD))).toEqual(['host-not-handler'])
    expect(gatesOf(office.take('fu', 'hold', steps.HEARING_RECORD))).toEqual([])
  })

  test('keeps the reconsideration waiting until it has ended', () => {
    const office = asked(new LawOffice())
    const heard = { party: steps.ofEveryParty(office, { heard: '已听证' }) }
    expect(gatesOf(office.take('lin', 'reconsider', heard))).toEqual(['notice-heard', 'hearing-settled'])
    steps.callHearing(office)
    steps.deliverAll(office)
    office.on('2026-06-12')
    expect(gatesOf(office.take('lin', 'reconsider', heard))).toEqual(['hearing-settled'])
    done(office.take('zhu', 'hold', steps.HEARING_RECORD))
    expect(gatesOf(office.take('lin', 'reconsider', heard))).toEqual([])
  })

  test('that the party gives up settles its right', () => {
    const office = asked(new LawOffice())
    steps.waive(office, { 'waives-statement': true, 'waiver-medium': '书面' })
    done(office.take('lin', 'give-up', { case: { 'given-up': '当事人撤回听证要求' } }))
    const heard = { party: steps.ofEveryParty(office, { heard: '已撤回' }) }
    expect(gatesOf(office.take('lin', 'reconsider', heard))).toEqual([])
  })

  test('is asked for once: whoever gave it up does not ask again', () => {
    const office = asked(new LawOffice())
    expect(gatesOf(steps.requestHearing(office))).toEqual(['hearing-requested'])
    done(office.take('lin', 'give-up', { case: { 'given-up': '当事人撤回听证要求' } }))
    expect(gatesOf(steps.requestHearing(office))).toEqual(['hearing-requested'])
  })

  test('that was called too late is called again on a later day', () => {
    const office = asked(new LawOffice())
    steps.callHearing(office)
    office.on('2026-06-05')
    steps.deliverAll(office)
    office.on('2026-06-12')
    expect(gatesOf(office.take('zhu', 'hold', steps.HEARING_RECORD))).toEqual(['hearing-notice-delivered-in-time'])
    done(office.take('lin', 'call-again'))
    steps.callHearing(office, { 'hearing-on': '2026-06-26' })
    expect(gatesOf(office.on('2026-06-26').take('zhu', 'hold', steps.HEARING_RECORD))).toEqual([
      'hearing-notice-delivered',
    ])
  })

  test.each<readonly [string, string, readonly string[]]>([
    ['is held when seven working days lay between the delivery and its day', '2026-06-02', []],
    ['is not held when only six did', '2026-06-03', ['hearing-notice-delivered-in-time']],
  ])('%s', (_title, delivered, gates) => {
    const office = asked(new LawOffice())
    steps.callHearing(office)
    steps.deliverAll(office.on(delivered))
    expect(gatesOf(office.on('2026-06-12').take('zhu', 'hold', steps.HEARING_RECORD))).toEqual(gates)
  })

  test('stops the ninety days only where the field says so', () => {
    expect(asked(new LawOffice()).case.runs[0]?.clocks.find((clock) => clock.clock === 'decision')?.deductions).toEqual(
      [],
    )
  })
})

describe('a request for a hearing before a penalty', () => {
  const statement = (notice = steps.HEAVY_NOTICE) => {
    const office = new LawOffice()
    steps.reach(office, 'statement', notice)
    return office
  }
  const refuse = (office: LawOffice, ground: string, askedOn: string = office.today) =>
    office.take('lin', 'refuse-hearing', {
      party: steps.ofEveryParty(office, {
        'refused-hearing-asked-on': askedOn,
        'hearing-refusal-ground': ground,
        'hearing-refusal-reason': '见告知书',
      }),
    })

  test('below the threshold is refused by letter, once the head has agreed', () => {
    const office = new LawOffice()
    steps.reach(office, 'statement')
    done(refuse(office, '拟处罚没有达到听证标准'))
    done(office.agree('wu'))
    expect(office.case.documents.at(-1)?.code).toBe('hearing-refusal')
    expect(fillIssued(office, 'hearing-refusal').rows?.map(({ label }) => label)).toEqual([
      '要求听证的日期',
      '不予听证的情形',
      '不予听证的理由',
    ])
  })

  test.each(['拟处罚没有达到听证标准', '超过五个工作日才要求听证', '已经要求过听证，又撤回或者无故不到'])(
    'that the law grants is not refused as “%s”',
    (ground) => {
      expect(gatesOf(refuse(statement(), ground))).toEqual(['hearing-refusal-grounded'])
    },
  )

  test('after the five working days is refused, on the last of them it is not', () => {
    const late = '超过五个工作日才要求听证'
    const office = statement().on('2026-06-20')
    expect(gatesOf(refuse(office, late, '2026-06-08'))).toEqual(['hearing-refusal-grounded'])
    done(refuse(office, late, '2026-06-09'))
  })

  test('that nobody made, or only half of it is written down, is not refused', () => {
    expect(gatesOf(statement().take('lin', 'refuse-hearing', {}))).toEqual(['hearing-refusal-grounded'])
    const half = { party: { 'party-1': { 'hearing-refusal-reason': '逾期' } } }
    expect(gatesOf(statement().take('lin', 'refuse-hearing', half))).toEqual(['hearing-refusal-grounded'])
  })
})
