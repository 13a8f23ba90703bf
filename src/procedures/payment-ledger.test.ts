import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/plain-date.ts'
import { paidFen } from '#domain/case/book-payment.ts'
import { isRunning, lastDayOf } from '#domain/case/clock.ts'
import { latest } from '#domain/case/clock-events.ts'
import { decideBooking } from '#domain/case/decide-booking.ts'
import { rootRun } from '#domain/case/state.ts'
import { performanceOf } from '#domain/execution/performance-sheet.ts'
import * as execution from '../../tests/support/execution-steps.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { newestEntry, planned, reverse } from '../../tests/support/reversal-steps.ts'

const PARTY = 'party-1'

/** What brings money or spares it, and what takes an entry back; some days after the move before. */
type Given = { readonly does: 'type' | 'bank' | 'waive'; readonly yuan: number; readonly later: number }
type Back = { readonly does: 'reverse'; readonly which: number; readonly later: number }
type Move = Given | Back
/** A move that was made, as the model keeps it: without clocks, events or entries below zero. */
type Row = {
  readonly move: Given
  readonly number: number
  readonly on: string
  readonly id?: string
  isStanding: boolean
}

const later = fc.nat({ max: 9 })
const given = fc.record({
  does: fc.constantFrom('type' as const, 'bank' as const, 'waive' as const),
  yuan: fc.integer({ min: 1, max: 6000 }),
  later,
})
const back = fc.record({ does: fc.constant('reverse' as const), which: fc.nat({ max: 20 }), later })
const moves = fc.array(fc.oneof(given, given, back), { maxLength: 10 })

function make(office: LawOffice, { does, yuan }: Given, number: number): void {
  if (does === 'bank') {
    book(office, yuan * 100, `B-${number}`)
    return
  }
  const facts =
    does === 'waive' ? { 'waived-surcharge': `${yuan}` } : { paid: `${yuan}`, 'receipt-number': `R-${number}` }
  done(office.take('lin', 'record-performance', { party: { [PARTY]: { 'is-performed': false, ...facts } } }))
}

function book(office: LawOffice, amountFen: number, reference: string): void {
  const booked = decideBooking(
    office.env,
    office.case,
    { party: PARTY, amountFen, paidOn: office.today, reference },
    null,
  )
  if ('refusals' in booked) throw new Error(booked.refusals.map(({ sentence }) => sentence).join())
  office.receive(booked.story, 'lin')
}

/** An entry is taken back exactly where it stands and takes none back itself. */
function takeBack(office: LawOffice, rows: readonly Row[], which: number): void {
  const entries = office.case.payments ?? []
  const entry = entries[which % Math.max(1, entries.length)]
  const row = rows.find(({ id }) => id !== undefined && id === entry?.id)
  const decided = reverse(office, entry?.id ?? 'id-of-nothing')
  expect(decided.ok).toBe(row?.isStanding === true)
  if (!decided.ok || !row) return
  office.agreeAll('zheng', 'wu')
  row.isStanding = false
}

/** The moves one after the other; and beside it the same case in which only what stands was ever made. */
function play(start: LawOffice, list: readonly Move[]) {
  const office = start.copy()
  const rows: Row[] = []
  for (const [number, move] of list.entries()) {
    office.on(addDays(office.today, move.later))
    if (move.does === 'reverse') takeBack(office, rows, move.which)
    else {
      make(office, move, number)
      const entry = move.does === 'waive' ? {} : { id: newestEntry(office).id }
      rows.push({ move, number, on: office.today, isStanding: true, ...entry })
    }
  }
  const twin = start.copy()
  for (const { move, number, on } of rows.filter(({ isStanding }) => isStanding)) make(twin.on(on), move, number)
  return { office, twin: twin.on(office.today), rows }
}

const accountOf = (office: LawOffice) => {
  const { balanceFen, surcharge, waivedFen } = performanceOf({ env: office.env, state: office.case })[0] ?? {}
  return { balanceFen, surcharge, waivedFen }
}
const termsOf = ({ case: state }: LawOffice) =>
  ['payment', 'instalment'].flatMap((name) =>
    latest(rootRun(state).clocks, name).map((clock) => [name, clock.part, isRunning(clock), lastDayOf(clock)]),
  )

function check({ office, twin, rows }: ReturnType<typeof play>): void {
  const standing = rows.filter(({ id, isStanding }) => id !== undefined && isStanding)
  const sum = standing.reduce((all, { move }) => all + move.yuan * 100, 0)
  const entries = (office.case.payments ?? []).reduce((all, { amountFen }) => all + amountFen, 0)
  expect([paidFen(office.case, PARTY), entries]).toEqual([sum, sum])
  expect(accountOf(office)).toEqual(accountOf(twin))
  expect(termsOf(office)).toEqual(termsOf(twin))
  expect(office.refold()).toEqual(office.case)
}

describe.each([
  ['a term to pay', () => steps.reach(new LawOffice(), 'performance')],
  ['a plan of instalments', planned],
])('an account with %s, whatever is booked, spared and taken back in whatever order,', (_what, begin) => {
  test('is the sum of what stands, and in all else that of a case in which nothing else was ever booked', () => {
    const start = begin()
    fc.assert(
      fc.property(moves, (list) => check(play(start, list))),
      { numRuns: 60 },
    )
  })
})

test('who was said to have done all and has not paid the surcharge gets the papers of the execution (强制法第三十五条、第三十七条)', () => {
  const office = execution.withPower(execution.late(new LawOffice())).on('2026-07-20')
  done(execution.performed(office, { paid: '5000' }))
  done(office.take('lin', 'open-execution'))
  done(office.take('lin', 'urge', { case: { ...execution.URGING.case, 'urging-until': '2026-08-04' } }))
  office.agreeAll('zheng')
  steps.deliverAll(office)
  done(execution.decide(office.on('2026-08-05')))
  office.agreeAll('zheng', 'wu')
  const papers = office.case.documents.map(({ code }) => code)
  expect(papers).toEqual(expect.arrayContaining(['execution-urging', 'execution-decision']))
  steps.deliverAll(office)
  done(execution.performed(office, { paid: '5000', 'receipt-number': 'P-2' }))
  expect(gatesOf(execution.execute(office))).toEqual(['still-owed'])
})

test('no money is executed against who has paid all of it, though nobody has said yet that all is done (强制法第四十六条第一款)', () => {
  const office = execution.withPower(execution.urged(new LawOffice())).on('2026-07-20')
  done(execution.performed(office, { paid: '10000', 'is-performed': false }))
  const decide = (way: string) => execution.decide(office, { way })
  expect(decide('划拨存款、汇款')).toMatchObject({ refusals: [{ sentence: expect.stringContaining('已经缴清') }] })
  done(decide('其他强制执行方式'))
})
