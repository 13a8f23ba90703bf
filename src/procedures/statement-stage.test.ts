import { describe, expect, test } from 'vitest'
import { offersOf } from '#domain/case/offers.ts'
import { rootRun } from '#domain/case/state.ts'
import { recusalOf } from '../../tests/support/halting-roads.ts'
import { done, gatesOf, LawOffice, PEOPLE, valuesWith } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'

/** The party has the notice and may answer it. */
const answering = (notice = steps.NOTICE): LawOffice => steps.reach(new LawOffice(), 'statement', notice)
const offered = (office: LawOffice) => offersOf(office.env, office.case, PEOPLE.lin).map(({ action }) => action)

describe('while the party answers the notice', () => {
  test('the evidence that it brings is taken in', () => {
    const office = answering()
    done(office.take('lin', 'add-evidence', {}, [{ ...steps.EVIDENCE, id: 'ev-2', title: '当事人提交的检验报告' }]))
    expect(office.case.evidence).toHaveLength(2)
  })

  test('the host of the hearing may be asked to stand aside, and the hearing is held by another', () => {
    const office = answering(steps.HEAVY_NOTICE)
    done(steps.requestHearing(office))
    done(office.take('lin', 'open-recusal'))
    done(office.take('lin', 'request', recusalOf(office, ['zhu'])))
    done(office.take('wu', 'grant', { case: { 'verdict-words': '决定回避', 'verdict-reason': '与当事人有亲属关系' } }))
    expect(gatesOf(office.take('lin', 'call', { case: steps.CALL }))).toContain('host-not-handler')
    done(office.take('lin', 'call', { case: { ...steps.CALL, host: ['zheng'] } }))
  })

  test('the address of delivery is confirmed, the case is suspended, its term lengthened, or it is handed to the police', () => {
    expect(offered(answering())).toEqual(
      expect.arrayContaining(['confirm-delivery', 'extend-clock', 'suspend-case', 'propose-transfer', 'open-recusal']),
    )
    const office = answering()
    office.parameters = valuesWith({ 'decision.extension-allowed': true })
    done(office.take('lin', 'extend-clock', { case: { 'extension-reason': '案情复杂' } }))
    office.agreeAll('zheng', 'wu')
    const clock = () => rootRun(office.case).clocks.find((item) => item.clock === 'decision')
    expect(clock()?.extensions).toHaveLength(1)
    done(office.take('lin', 'propose-transfer', { case: { 'crime-reason': '货值较大' } }))
    expect(rootRun(office.case).stage).toBe('transferred')
  })

  test('the term may be lengthened before the notice goes out as well', () => {
    expect(offered(steps.reach(new LawOffice(), 'notice'))).toContain('extend-clock')
  })
})
