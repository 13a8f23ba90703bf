import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import { isRunning, lastDayOf } from '#domain/case/clock.ts'
import { latest } from '#domain/case/clock-events.ts'
import { fold } from '#domain/case/evolve.ts'
import { projectionOf } from '#domain/case/projection.ts'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import * as custody from '../../tests/support/custody-steps.ts'
import * as halting from '../../tests/support/halting-roads.ts'
import { COMPANY, done, gatesOf, LawOffice, VIOLATION, valuesWith } from '../../tests/support/law-office.ts'
import * as merging from '../../tests/support/merging-steps.ts'
import * as steps from '../../tests/support/penalty-steps.ts'

const { SHOP, SHOP_ACT, MERGE } = merging
const dueOf = (state: CaseState, name = 'decision') => {
  const [clock] = latest(rootRun(state).clocks, name).filter(isRunning)
  return clock && lastDayOf(clock)
}

describe('two cases that are merged', () => {
  test('go on as one: parties, acts and evidence in the main case, the other one ends as merged', () => {
    const { here, there } = merging.merged()
    expect(here.case).toMatchObject({ mergedInto: { id: 'case-main' }, endedOn: '2026-06-01' })
    expect(rootRun(here.case)).toMatchObject({ stage: 'merged', outcome: 'merged' })
    expect(there.case.parties.map(({ id }) => id)).toEqual([COMPANY.id, SHOP.id])
    expect(there.case.violations.map(({ id }) => id)).toEqual([VIOLATION.id, SHOP_ACT.id])
    expect(there.case.joined).toMatchObject([{ id: here.case.id }])
    expect(there.case.evidence).toMatchObject([{ id: 'ev-shop', from: here.case.id }])
    expect(rootRun(there.case).facts.violation[SHOP_ACT.id]).toEqual(rootRun(here.case).facts.violation[SHOP_ACT.id])
  })

  test('both histories, told again, are both cases, and lists show the same', () => {
    for (const office of Object.values(merging.merged())) {
      expect(fold(office.events)).toEqual(office.case)
      expect(projectionOf(office.env, fold(office.events) as CaseState)).toEqual(projectionOf(office.env, office.case))
    }
  })

  test('what was asked and written down in the other case counts in the main one', () => {
    const { here, there } = merging.merged()
    there.joined = [here.case]
    done(there.take('lin', 'report', { case: steps.REPORT }))
    there.joined = []
    const [proposal] = rootRun(there.case).proposals
    done(there.do('lin', { type: 'withdraw', run: 'main', proposal: proposal?.id ?? '' }))
    expect(gatesOf(there.take('lin', 'report', { case: steps.REPORT }))).toEqual(['record-made'])
  })

  test('a party of both stands there once, with all its acts', () => {
    const { there } = merging.merged({ parties: [COMPANY], violations: [{ ...SHOP_ACT, party: COMPANY.id }] })
    expect(there.case.parties.map(({ id }) => id)).toEqual([COMPANY.id])
    expect(there.case.violations.map(({ party }) => party)).toEqual([COMPANY.id, COMPANY.id])
  })

  test('whoever handled the one neither reviews the other, and whoever stood aside stands aside', () => {
    const here = halting.askRecusal(new LawOffice(), 'zhou')
    done(here.take('wu', 'grant-and-replace', { case: { ...halting.REPLACED, handlers: ['lin', 'duo'] } }))
    steps.deliverAll(here)
    here.other = merging.mainCase().case
    const early = here.take('lin', 'merge-into', { case: MERGE })
    expect(early.ok ? '' : early.refusals[0]?.sentence).toContain('周二已经决定回避本案')
    const main = merging.mainCase()
    const change = { case: { handlers: ['lin', 'duo'], 'handlers-reason': '周二回避' } }
    done(main.take('zheng', 'change-handlers', change))
    const { there } = merging.mergeOf(here, main)
    expect(there.case.formerHandlers).toEqual(['zhou'])
    expect(there.case.recused).toEqual(['zhou'])
    const back = { case: { handlers: ['lin', 'zhou'], 'handlers-reason': '换回' } }
    expect(gatesOf(there.take('zheng', 'change-handlers', back))).toEqual(['recused-left-out'])
  })

  test('papers name the main case, and the law on which it rests', () => {
    const { here } = merging.merged()
    expect(rootRun(here.case).facts.case).toMatchObject({
      'main-case': '主案',
      'merge-reason': MERGE['merge-reason'],
    })
    expect(here.case.documents.map(({ code }) => code)).toContain('matter-approval')
  })

  test('a seizure goes on where it began, with its own last day, in the hands of those who handle the main case', () => {
    const here = custody.seized(new LawOffice({ on: '2026-06-01' }))
    const seizure = here.child('seizure')
    const due = latest(seizure.clocks, 'term').map(lastDayOf)
    const { there } = merging.mergeOf(here, merging.mainCase({ handlers: ['lin', 'duo'] }))
    expect(here.case.endedOn).toBeUndefined()
    expect(here.case.handlers).toEqual(['lin', 'duo'])
    expect(latest(here.child('seizure').clocks, 'term').map(lastDayOf)).toEqual(due)
    there.joined = [here.case]
    expect(gatesOf(there.take('lin', 'withdraw-filing', { case: { 'withdrawal-reason': '不再办理' } }))).toEqual([
      'things-accounted-for',
    ])
    expect(here.refold()).toEqual(here.case)
  })

  test('the joined case ends with the last of what had begun inside it', () => {
    const here = steps.reach(new LawOffice(), 'investigation')
    done(here.take('lin', 'open-sampling'))
    merging.mergeOf(here, merging.mainCase())
    expect(here.case.endedOn).toBeUndefined()
    done(here.take('lin', 'drop', { case: { 'drop-reason': '不需要抽样' } }))
    expect(here.case.endedOn).toBe('2026-06-01')
    expect(rootRun(here.case).outcome).toBe('merged')
  })
})

describe('terms of merged cases', () => {
  const DAYS = fc.integer({ min: 0, max: 60 })
  const RULES = valuesWith({
    'decision.extension-allowed': true,
    'decision.deductible-grounds': ['检测'],
  })

  /** A filed case whose term may have stood still for some days and may have been lengthened. */
  function filed(id: string, [from, still, isLonger]: readonly [number, number, boolean], on: string) {
    const office = new LawOffice({ on: addDays(plainDate('2026-03-02'), from), parameters: RULES })
    merging.fileOn(office, id === 'case-main' ? { id } : merging.SECOND)
    if (still > 0) {
      done(office.take('lin', 'stop-clock', { case: { 'suspension-ground': '检测', 'suspension-reason': '送检' } }))
      office.agreeAll('wu')
      office.on(addDays(office.today, still))
      done(office.take('lin', 'resume-clock'))
    }
    if (isLonger) {
      done(office.take('lin', 'extend-clock', { case: { 'extension-reason': '案情复杂' } }))
      office.agreeAll('zheng', 'wu')
    }
    return office.on(on)
  }

  /** Its own term, or the one that has taken its place. */
  const wasLengthened = (office: LawOffice) =>
    rootRun(office.case).clocks.some(({ extensions }) => extensions.length > 0)

  test('no merging gives a later day, and none a second extension', () => {
    const past = fc.tuple(DAYS, fc.integer({ min: 0, max: 20 }), fc.boolean())
    const property = fc.property(past, past, (one, other) => {
      const here = filed('case-second', one, '2026-06-10')
      const there = filed('case-main', other, '2026-06-10')
      const days = [dueOf(here.case), dueOf(there.case)]
      merging.mergeOf(here, there)
      const [earlier] = days.toSorted()
      expect(dueOf(there.case)).toBe(earlier)
      expect(there.refold()).toEqual(there.case)
      const again = gatesOf(there.take('lin', 'extend-clock', { case: { 'extension-reason': '再延' } }))
      expect(again.includes('extension-once')).toBe(wasLengthened(there))
    })
    fc.assert(property, { seed: 20261122, numRuns: 40 })
  })
})

describe('a case that may not be merged', () => {
  const main = merging.mainCase
  const tried = (here: LawOffice, there: LawOffice | undefined) => {
    here.other = there?.case
    const decision = here.take('lin', 'merge-into', { case: MERGE })
    return decision.ok ? '' : decision.refusals.map(({ sentence }) => sentence).join('；')
  }
  const second = () => merging.secondCase()

  test.each<readonly [string, () => LawOffice | undefined, string]>([
    ['without another one', () => undefined, '请选择要并入的案件'],
    [
      'into one that is not filed',
      () => {
        const office = new LawOffice()
        steps.openPenalty(office, { id: 'case-main' })
        return office
      },
      '只有在“调查取证”环节才能并入',
    ],
    [
      'into one whose party has its notice',
      () => {
        const office = steps.reach(main(), 'statement')
        done(office.take('lin', 'investigate-further'))
        return office
      },
      '已经发出《行政处罚告知书》',
    ],
    ['into one that waits for a recusal', () => halting.askRecusal(main(), 'zhou'), '“回避”还没有办结'],
    [
      'into one that has ended',
      () => {
        const office = main()
        done(office.take('lin', 'withdraw-filing', { case: { 'withdrawal-reason': '不成立' } }))
        office.agreeAll('zheng', 'wu')
        return office
      },
      '已经办结',
    ],
    [
      'into one that has gone over itself',
      () => merging.mergeOf(merging.mainCase({ id: 'case-third' }), merging.mainCase()).here,
      '已经并入“主案”',
    ],
    [
      'into one of another procedure',
      () => {
        const office = new LawOffice()
        done(
          office.open(
            'clue',
            'chuang',
            { case: { source: '举报', 'found-on': '2026-06-01', clue: '某店', place: '早市' } },
            { parties: [] },
          ),
        )
        return office
      },
      '程序不同，不能并案',
    ],
  ])('%s', (_title, there, says) => {
    expect(tried(second(), there())).toContain(says)
  })

  test('into itself, into a sealed one, or into one of another agency', () => {
    const here = second()
    expect(tried(here, here)).toContain('不能并入本案自己')
    const there = main()
    there.state = { ...there.case, sealed: { archiveNumber: 'A1', on: there.today, parts: 1 } }
    expect(tried(second(), there)).toContain('案卷已经封存')
    there.state = { ...main().case, agency: 'elsewhere' }
    expect(tried(second(), there)).toContain('只能并入本机关的案件')
  })

  test('while its own term stands still, while something is on its way, or once it has told a party', () => {
    const rules = valuesWith({ 'decision.deductible-grounds': ['检测'] })
    const still = second()
    still.parameters = rules
    done(still.take('lin', 'stop-clock', { case: { 'suspension-ground': '检测', 'suspension-reason': '送检' } }))
    still.agreeAll('wu')
    expect(tried(still, main())).toContain('“作出决定”正在扣除期间')
    const busy = second()
    busy.parameters = valuesWith({ 'decision.extension-allowed': true })
    done(busy.take('lin', 'extend-clock', { case: { 'extension-reason': '案情复杂' } }))
    expect(tried(busy, main())).toContain('“延长办案期限”正在报批')
  })

  test('when the main case has moved on before the last agreement, which looks at it again', () => {
    const [here, there] = [second(), main()]
    here.other = there.case
    done(here.take('lin', 'merge-into', { case: MERGE }))
    here.agreeAll('zheng')
    steps.investigate(there)
    here.other = there.case
    expect(gatesOf(here.agree('wu'))).toEqual(['merging'])
    here.other = undefined
    expect(gatesOf(here.agree('wu'))).toEqual(['stale'])
  })
})

describe('a case that is split', () => {
  test('gives acts and parties to a new one with the same last day, number and filing of its own', () => {
    const { here, there } = merging.split()
    expect(here.case.parties.map(({ id }) => id)).toEqual([COMPANY.id])
    expect(here.case.violations.map(({ id }) => id)).toEqual([VIOLATION.id])
    expect(here.case.splitOff).toMatchObject([{ id: there.case.id, title: '青石早点铺经营超过保质期食品案' }])
    expect(there.case).toMatchObject({
      name: '青石早点铺经营超过保质期食品案',
      origin: { id: here.case.id, isSplit: true },
      handlers: here.case.handlers,
    })
    expect(there.case.parties.map(({ id }) => id)).toEqual([SHOP.id])
    expect(rootRun(there.case).stage).toBe('investigation')
    expect(dueOf(there.case)).toBe(dueOf(here.case))
    expect(there.case.documents.map(({ code }) => code)).toEqual(['filing-approval'])
    expect(rootRun(there.case).taken.map(({ agreed }) => agreed.map(({ by }) => by))).toEqual([['zheng', 'wu']])
    for (const office of [here, there]) expect(office.refold()).toEqual(office.case)
  })

  test('refers to the evidence that was named, and loses none', () => {
    const { here, there } = merging.split()
    expect(here.case.evidence.map(({ id }) => id)).toEqual(['ev-1'])
    expect(there.case.evidence).toMatchObject([{ id: 'ev-1', from: here.case.id }])
  })

  test('takes a covered photograph over with the photograph under it', () => {
    const office = merging.twoActs()
    const cover = { ...steps.EVIDENCE, id: 'ev-cover', covers: { evidence: 'ev-1', derivative: 'made-1' } }
    done(office.take('lin', 'add-evidence', {}, [cover, { ...steps.EVIDENCE, id: 'ev-other' }]))
    const there = merging.splitOf(office, ['ev-cover'])
    expect(there.case.evidence.map(({ id }) => id)).toEqual(['ev-1', 'ev-cover'])
  })

  test('goes on to its own report with the record that was made before', () => {
    const { here, there } = merging.split()
    there.origin = here.case
    done(there.take('lin', 'report', { case: steps.REPORT }))
  })

  test('keeps a party here that has another act here', () => {
    const acts = [VIOLATION, { ...SHOP_ACT, party: COMPANY.id }]
    const { here, there } = merging.split({ parties: [COMPANY], violations: acts })
    expect(here.case.parties.map(({ id }) => id)).toEqual([COMPANY.id])
    expect(there.case.parties.map(({ id }) => id)).toEqual([COMPANY.id])
  })

  test('keeps one act at least, and names one at least', () => {
    const office = merging.twoActs()
    const all = { [VIOLATION.id]: { 'split-off': true }, [SHOP_ACT.id]: { 'split-off': true } }
    expect(gatesOf(office.take('lin', 'split-off', { ...merging.SPLIT, violation: all }))).toEqual(['merging'])
    expect(gatesOf(office.take('lin', 'split-off', { ...merging.SPLIT, violation: {} }))).toEqual(['input'])
    const single = steps.reach(new LawOffice(), 'investigation')
    expect(gatesOf(single.take('lin', 'split-off', { case: { ...merging.SPLIT.case } }))).toEqual(['merging'])
  })

  test('waits for what has begun about a party that would leave', () => {
    const office = merging.twoActs()
    done(office.take('lin', 'open-sampling'))
    const decision = office.take('lin', 'split-off', merging.SPLIT)
    expect(decision.ok ? '' : decision.refusals[0]?.sentence).toContain('“抽样取证”涉及要分出的当事人')
  })

  test('can be put together again, and no day moves', () => {
    const { here, there } = merging.split()
    const due = dueOf(here.case)
    const again = merging.mergeOf(there, here)
    expect(again.there.case.violations.map(({ id }) => id)).toEqual([VIOLATION.id, SHOP_ACT.id])
    expect(again.there.case.evidence.map(({ id }) => id)).toEqual(['ev-1'])
    expect(dueOf(here.case)).toBe(due)
  })
})

test('two clues of one matter are looked into as one, by the earlier last day', () => {
  const [here, there] = ['2026-06-01', '2026-06-08'].map((on, index) => {
    const office = new LawOffice({ on })
    const facts = { case: { source: '举报', 'found-on': '2026-06-01', clue: '某店出售过期食品', place: '早市' } }
    done(office.open('clue', 'chuang', facts, { id: `clue-${index}`, parties: [] }))
    return office.on('2026-06-08')
  }) as [LawOffice, LawOffice]
  const due = dueOf(here.case, 'check')
  merging.mergeOf(here, there, ['zheng'])
  expect(dueOf(there.case, 'check')).toBe(due)
  expect(here.case.endedOn).toBe('2026-06-08')
})
