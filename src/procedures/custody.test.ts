import { describe, expect, test } from 'vitest'
import { isOver } from '#domain/case/clock.ts'
import { projectionOf } from '#domain/case/projection.ts'
import { ledgerOf } from '#domain/custody/ledger.ts'
import { custodyProblems } from '../../tests/support/custody-oracle.ts'
import * as custody from '../../tests/support/custody-steps.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { RandomWalk } from '../../tests/support/random-walk.ts'
import { TESTING } from './seizure-facts.ts'

const clock = (office: LawOffice, procedure: string, name: string) =>
  office.child(procedure).clocks.find((item) => item.clock === name)
const codes = (office: LawOffice) => office.case.documents.map(({ code }) => code)
const sentence = (decision: ReturnType<LawOffice['take']>) =>
  decision.ok ? '' : (decision.refusals[0]?.sentence ?? '')

describe('a preservation', () => {
  test('is approved by the head before anything is listed', () => {
    const office = new LawOffice()
    custody.open(office, 'open-preservation')
    expect(gatesOf(office.take('lin', 'preserve'))).toEqual(['not-offered'])
    done(office.take('lin', 'ask', { case: { reason: '可能被转移', scope: '酱油' } }))
    office.agreeAll('zheng')
    expect(gatesOf(office.take('lin', 'preserve'))).toEqual(['not-offered'])
    office.agreeAll('wu')
    expect(office.child('preservation').stage).toBe('approved')
  })

  test('is decided within seven working days that no holiday moves', () => {
    const office = new LawOffice({ on: '2026-09-28' })
    steps.openPenalty(office, {}, { 'found-on': '2026-09-28' })
    done(office.take('lin', 'file', steps.filing(office)))
    office.agreeAll('zheng', 'wu')
    custody.preserved(office)
    const handling = clock(office, 'preservation', 'handling')
    expect(handling).toMatchObject({ rolls: false, rawDue: '2026-10-13', rolledDue: '2026-10-13' })
  })

  test('ends of itself when nobody has decided: only going back is left', () => {
    const office = custody.preserved(new LawOffice()).on('2026-06-11')
    const row = (name: string, quantity: string) => custody.portion(office, name, quantity, '没收')
    const disposal = [row('酱油', '6'), row('面粉', '12.5')]
    const late = office.take('lin', 'dispose', { case: { disposal, 'disposal-reason': '拟没收' } })
    expect(gatesOf(late)).toEqual(['missed'])
    expect(sentence(late)).toContain('措施自行终止')
    done(office.take('lin', 'lapse'))
    expect(office.child('preservation').outcome).toBe('lapsed')
    expect(codes(office)).toContain('preservation-lift')
    custody.giveBack(office)
    expect(office.case.things?.map((thing) => ledgerOf(thing).left)).toEqual([6000, 12_500])
  })

  test('passes into a seizure by way of the list of that seizure', () => {
    const office = custody.preserved(new LawOffice())
    const row = (name: string, quantity: string) => custody.portion(office, name, quantity, '转入其他措施')
    const disposal = [row('酱油', '6'), row('面粉', '12.5')]
    done(office.take('lin', 'dispose', { case: { disposal, 'disposal-reason': '需要扣押' } }))
    office.agreeAll('wu')
    const list = office.child('custody').id
    const passed = disposal.map(({ thing, quantity }) => ({ thing, quantity }))
    custody.seized(office)
    const command = { type: 'take', run: list, action: 'pass', facts: { case: { passed } }, evidence: [] } as const
    done(office.do('lin', command))
    office.agreeAll('zhou')
    expect(office.case.things?.map((thing) => ledgerOf(thing).left)).toEqual([6000, 12_500, 0, 0])
    expect(custodyProblems(office.events)).toEqual([])
  })
})

describe('a seizure', () => {
  test('of 3 September runs thirty days and not past the holidays: to 3 October', () => {
    const office = new LawOffice({ on: '2026-09-03' })
    custody.seized(office)
    expect(clock(office, 'seizure', 'term')).toMatchObject({
      rolls: false,
      rawDue: '2026-10-03',
      rolledDue: '2026-10-03',
    })
  })

  test('is lengthened once, by thirty days, and not after its end', () => {
    const office = custody.seized(new LawOffice({ on: '2026-09-03' })).on('2026-10-03')
    const reason = { case: { 'extension-reason': '案情复杂' } }
    done(office.take('lin', 'extend', reason))
    office.agreeAll('wu')
    expect(clock(office, 'seizure', 'term')?.rawDue).toBe('2026-11-02')
    expect(gatesOf(office.take('lin', 'extend', reason))).toEqual(['extension-once'])
    const late = custody.seized(new LawOffice({ on: '2026-09-03' })).on('2026-10-04')
    expect(gatesOf(late.take('lin', 'extend', reason))).toEqual(['extension-in-time'])
    const words = { 'suspension-ground': TESTING, 'test-words': '酱油', 'test-until': '2026-10-20' }
    expect(gatesOf(late.take('lin', 'stop-for-test', { case: words }))).toEqual(['suspension-in-time'])
  })

  test('does not count the days of a test in the thirty days by which it was lengthened either', () => {
    const office = custody.seized(new LawOffice({ on: '2026-09-03' })).on('2026-10-03')
    done(office.take('lin', 'extend', { case: { 'extension-reason': '案情复杂' } }))
    office.agreeAll('wu')
    const words = { 'suspension-ground': TESTING, 'test-words': '酱油', 'test-until': '2026-10-21' }
    done(office.on('2026-10-12').take('lin', 'stop-for-test', { case: words }))
    office.agreeAll('wu')
    done(office.on('2026-10-22').take('lin', 'resume-after-test'))
    expect(clock(office, 'seizure', 'term')?.rawDue).toBe('2026-11-12')
  })

  test('runs from the day of the act, also when it is written down a day later', () => {
    const office = new LawOffice()
    custody.open(office, 'open-seizure')
    done(office.take('lin', 'ask', { case: custody.GROUNDS }))
    office.agreeAll('zheng', 'wu')
    const yesterday = custody.onTheSpot(office)
    done(office.on('2026-06-02').take('lin', 'seize', { case: yesterday }))
    expect(clock(office, 'seizure', 'term')).toMatchObject({ startOn: '2026-06-01', rawDue: '2026-07-01' })
  })

  test('says beforehand how long a test takes, and asks for it when the day has passed', () => {
    const office = custody.seized(new LawOffice())
    const words = { 'suspension-ground': TESTING, 'test-words': '酱油，青石区检验所', 'test-until': '2026-06-07' }
    done(office.take('lin', 'stop-for-test', { case: words }))
    office.agreeAll('wu')
    expect(clock(office, 'seizure', 'test')).toMatchObject({ rawDue: '2026-06-07', rolledDue: '2026-06-07' })
    expect(projectionOf(office.env, office.case)).toMatchObject({ dueOn: '2026-06-07', dueClock: '检测、鉴定的期间' })
  })

  test('ends by a decision only: when its term is over nothing but lifting is left, and it waits in red for its handlers', () => {
    const office = custody.seized(new LawOffice()).on('2026-07-02')
    const lifting = { 'lift-ground': '查封、扣押期限已经届满', lifted: [custody.portion(office, '酱油', '6')] }
    expect(office.child('seizure')).toMatchObject({ stage: 'held' })
    expect(projectionOf(office.env, office.case)).toMatchObject({ dueOn: '2026-07-01', dueClock: '查封、扣押期限' })
    done(office.take('lin', 'lift', { case: lifting }))
    expect(projectionOf(office.env, office.case).waitsFor).toContain('role:agency-head')
  })

  test('does not count the days of a test', () => {
    const office = custody.seized(new LawOffice()).on('2026-06-02')
    const words = {
      'suspension-ground': '检测、检验、检疫或者技术鉴定',
      'test-words': '酱油，青石区检验所',
      'test-until': '2026-06-07',
    }
    done(office.take('lin', 'stop-for-test', { case: words }))
    office.agreeAll('wu')
    office.on('2026-06-06')
    done(office.take('lin', 'resume-after-test'))
    expect(clock(office, 'seizure', 'term')?.rawDue).toBe('2026-07-05')
    expect(codes(office)).toContain('test-period-notice')
  })

  test('that was urgent is approved within twenty-four hours of the act, or everything goes back at once', () => {
    const office = new LawOffice()
    custody.open(office, 'open-seizure')
    const facts = { ...custody.GROUNDS, ...custody.onTheSpot(office), urgency: '正在装车' }
    done(office.take('lin', 'seize-at-once', { case: facts }))
    const late = clock(office, 'seizure', 'late-approval')
    expect(late).toMatchObject({ rawDue: '2026-06-02', dueAt: '2026-06-02T01:00:00.000Z' })
    const isOverAt = (now: string) => late && isOver(late, { now, today: office.today })
    expect(['2026-06-02T01:00:00.000Z', '2026-06-02T01:00:01.000Z'].map(isOverAt)).toEqual([false, true])
    custody.showSeizure(office)
    done(office.take('wu', 'lift-at-once', { case: { 'disposal-reason': '不应当采取' } }))
    expect(office.child('seizure').outcome).toBe('lifted')
    custody.giveBack(office)
    expect(custodyProblems(office.events)).toEqual([])
  })

  test('is not lifted by the mere end of its term: somebody has to decide', () => {
    const office = custody.seized(new LawOffice()).on('2026-07-10')
    expect(office.child('seizure').endedOn).toBeUndefined()
    expect(gatesOf(office.take('lin', 'finish'))).toEqual(['nothing-held'])
    custody.liftAll(office)
    done(office.take('lin', 'finish'))
    expect(office.child('seizure').outcome).toBe('settled')
  })

  test('gives decision, record and list with it, and the decision is handed over on the spot', () => {
    const office = custody.seized(new LawOffice())
    expect(codes(office)).toEqual(expect.arrayContaining(['seizure-decision', 'coercion-record', 'seizure-list']))
    expect(office.case.runs.filter((run) => run.procedure === 'delivery' && !run.endedOn)).toHaveLength(1)
    expect(office.case.things?.map(({ name, amount, unit }) => [name, amount, unit])).toEqual([
      ['酱油', 6000, '瓶'],
      ['面粉', 12_500, '千克'],
    ])
  })

  test('takes no photo for proof that is not evidence of the case', () => {
    const office = new LawOffice()
    custody.open(office, 'open-seizure')
    done(office.take('lin', 'ask', { case: custody.GROUNDS }))
    office.agreeAll('zheng', 'wu')
    const listed = [{ ...custody.SAUCE, photos: ['ev-1'] }]
    const seize = (evidence = [] as (typeof steps.EVIDENCE)[]) =>
      office.take('lin', 'seize', { case: custody.onTheSpot(office, { listed }) }, evidence)
    expect(sentence(seize())).toContain('照片不在本案证据里')
    done(seize([steps.EVIDENCE]))
  })
})

describe('a thing in custody', () => {
  test('goes into the store only when its keeper has confirmed that it arrived', () => {
    const office = custody.seized(new LawOffice())
    const stored = [custody.portion(office, '酱油', '6')]
    const facts = { stored, 'store-place': '一号库 3 架', condition: '物品和封条完好' }
    done(office.take('lin', 'hand-in', { case: facts }))
    expect(ledgerOf(custody.thing(office, '酱油')).places.store).toBe(0)
    expect(gatesOf(office.agree('zhou'))).toEqual(['role'])
    expect(gatesOf(office.agree('lin'))).toEqual(['own-proposal'])
    done(office.agree('ku'))
    expect(ledgerOf(custody.thing(office, '酱油')).places).toMatchObject({ officers: 0, store: 6000 })
    expect(custody.thing(office, '酱油').life.at(-1)).toMatchObject({
      given: 'lin',
      received: 'ku',
      shelf: '一号库 3 架',
    })
  })

  test('does not leave before a decision says where to, nor more of it than was decided', () => {
    const office = custody.seized(new LawOffice())
    const back = (quantity: string) => ({
      case: {
        returned: [custody.portion(office, '酱油', quantity)],
        'received-by': '赵某',
        'leaving-place': '本局',
        condition: '物品和封条完好',
      },
    })
    expect(sentence(office.take('lin', 'return', back('1')))).toBe('现在没有可以返还的物品')
    const lifted = [custody.portion(office, '酱油', '2')]
    done(office.take('lin', 'lift', { case: { 'lift-ground': '当事人没有违法行为', lifted } }))
    office.agreeAll('wu')
    expect(sentence(office.take('lin', 'return', back('3')))).toBe('“酱油”可以返还的只有2瓶，不能填3瓶')
    done(office.take('lin', 'return', back('2')))
    office.agreeAll('zhou')
    expect(codes(office)).toContain('return-list')
  })

  test('is destroyed by two and before a witness', () => {
    const office = custody.decided(custody.seized(new LawOffice()), '酱油', '6', '销毁')
    const facts = {
      destroyed: [custody.portion(office, '酱油', '6')],
      'destruction-method': '倾倒',
      'leaving-place': '垃圾处理场',
    }
    expect(gatesOf(office.take('lin', 'destroy', { case: facts }))).toEqual(['destruction-witnessed'])
    done(office.take('lin', 'destroy', { case: { ...facts, witness: '社区工作人员 孙某' } }))
    expect(gatesOf(office.agree('lin'))).toEqual(['own-proposal'])
    done(office.agree('zhou'))
    expect(ledgerOf(custody.thing(office, '酱油')).left).toBe(6000)
  })

  test('that is not there any more when the second hand confirms is not moved twice', () => {
    const office = custody.seized(new LawOffice())
    const give = (quantity: string) => {
      const stored = [custody.portion(office, '酱油', quantity)]
      return office.take('lin', 'hand-in', { case: { stored, 'store-place': '一号库', condition: '物品和封条完好' } })
    }
    done(give('6'))
    expect(gatesOf(give('6'))).toContain('pending')
  })

  test('keeps the case open until it has gone, by its paper', () => {
    const office = custody.seized(new LawOffice())
    const withdraw = () => gatesOf(office.take('lin', 'withdraw-filing', { case: { 'withdrawal-reason': '不能成立' } }))
    expect(withdraw()).toEqual(['things-accounted-for'])
    custody.liftAll(office)
    expect(withdraw()).toEqual(['things-accounted-for'])
    custody.giveBack(office)
    expect(withdraw()).toEqual([])
  })
})

describe('samples', () => {
  test('go out for a test, and what was used up there has left by the notice', () => {
    const office = new LawOffice()
    done(custody.sampled(office))
    const sent = [custody.portion(office, '酱油', '2')]
    done(office.take('lin', 'send', { case: { sent, 'received-by': '检验所 江某', 'test-items': '菌落总数' } }))
    done(office.take('lin', 'receive-result', { case: { result: '不合格' } }))
    const disposal = [
      custody.portion(office, '酱油', '2', '检验中消耗'),
      custody.portion(office, '酱油', '4', '没收'),
      custody.portion(office, '面粉', '12.5', '解除、返还'),
    ]
    done(office.take('lin', 'dispose', { case: { disposal } }))
    office.agreeAll('zheng')
    const { left, places, fates } = ledgerOf(custody.thing(office, '酱油'))
    expect({ left, out: places.out, confiscate: fates.confiscate }).toEqual({ left: 2000, out: 0, confiscate: 4000 })
  })
})

/** Somebody who takes whatever is offered in a case with a seizure, a preservation and samples. */
function walked(seed: number): LawOffice {
  const office = new LawOffice()
  if (seed % 3 === 0) custody.preserved(office)
  else custody.seized(office)
  if (seed % 2 === 0) done(custody.sampled(office))
  const walk = new RandomWalk(office, seed, ['ku', 'ku'])
  for (let count = 0; count < 120 && !office.case.endedOn; count += 1) walk.step()
  return office
}

describe('whatever anybody does with things, in whatever order', () => {
  const WALKS = Array.from({ length: 24 }, (_item, index) => walked(index + 1))

  test('the walks list, decide and give away', () => {
    const moves = WALKS.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'things-moved' ? [event.movement] : [])),
    )
    expect([...new Set(moves)].toSorted()).toEqual(expect.arrayContaining(['decide', 'release', 'return', 'store']))
    expect(moves.length).toBeGreaterThan(60)
  })

  test('nothing leaves without decision, paper and second hand, and never more than came in', () =>
    expect(WALKS.flatMap(({ events }) => custodyProblems(events))).toEqual([]))

  test('and the history, told again, is the state', () => {
    for (const office of WALKS) expect(office.refold()).toEqual(office.case)
  })

  test('the second opinion is no echo: it sees what was taken twice, undecided, without paper and by one alone', () => {
    const office = custody.seized(new LawOffice())
    const [sauce] = office.case.things ?? []
    const last = office.events.at(-1)
    if (!sauce || !last) throw new Error('nothing was seized')
    const forged = {
      ...last,
      type: 'things-moved',
      run: office.child('custody').id,
      movement: 'return',
      portions: [{ thing: sauce.id, amount: sauce.amount + 1 }],
      given: 'lin',
      seq: last.seq + 1,
    } as const
    const kinds = custodyProblems([...office.events, forged as never]).map((problem) =>
      problem.replace(/^id-\d+: | at \d+/g, ''),
    )
    expect(kinds).toEqual(
      expect.arrayContaining(['return without a decision', 'more out than in', 'return without a paper']),
    )
  })
})
