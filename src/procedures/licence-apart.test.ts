import { describe, expect, test } from 'vitest'
import { separateFrom } from '#domain/case/gates/licence-examination.ts'
import { NO_FACTS, rootRun } from '#domain/case/state.ts'
import { viewOf } from '#domain/case/view.ts'
import { done, gatesOf, LawOffice, PEOPLE, valuesWith, type Who } from '../../tests/support/law-office.ts'
import { begun } from '../../tests/support/licence-roads.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import { deliverAll } from '../../tests/support/penalty-steps.ts'

/** Granted where the place wants taking in, examining and handing out apart; the window is also among the handlers. */
function granted(examiner: Who): LawOffice {
  const office = new LawOffice()
  office.parameters = valuesWith({ 'licence.separate-people': true })
  done(office.open('licence', 'yuan', licence.APPLICATION, { handlers: ['lin', 'chuang'] }))
  done(office.take('yuan', 'accept'))
  done(office.take(examiner, 'examine', { case: licence.EXAMINATION }))
  done(office.agree('zheng'))
  done(office.take('lin', 'grant', { case: licence.GRANT }))
  done(office.agree('wu'))
  deliverAll(office)
  return office
}

describe('where taking in, examining and handing out are to be apart', () => {
  test('who has examined does not hand out', () => {
    expect(gatesOf(licence.issueLicence(granted('chuang')))).toEqual(['separate-people'])
    expect(gatesOf(licence.issueLicence(granted('lin')))).toEqual([])
  })

  test('nor does who has agreed to the examination', () => {
    const { env, case: state } = granted('lin')
    const asked = { env, state, run: rootRun(state), action: 'issue', facts: NO_FACTS, evidence: [] }
    const asks = (who: Who) => separateFrom('examine').refuse(viewOf({ ...asked, actor: PEOPLE[who] }))
    expect(asks('zheng')).toContain('由不同人员办理')
    expect(asks('chuang')).toBeUndefined()
  })
})

describe('a change that is asked for', () => {
  const accepted = (): LawOffice => {
    const office = begun(new LawOffice(), 'licence-change')
    done(office.take('chuang', 'accept'))
    return office
  }
  const clock = (office: LawOffice) => rootRun(office.case).clocks.find((item) => item.clock === 'decision')

  test('is decided in twenty working days, and in ten more with the agreement of the head', () => {
    const office = accepted()
    expect(clock(office)?.rolledDue).toBe('2026-06-30')
    done(office.take('lin', 'extend-clock', { case: { 'extension-reason': '需要会商' } }))
    done(office.agree('wu'))
    expect(clock(office)?.rolledDue).toBe('2026-07-14')
    expect(gatesOf(office.take('lin', 'extend-clock', { case: { 'extension-reason': '再会商' } }))).toEqual([
      'extension-once',
    ])
  })

  test('stands still while it is tested, which is told in writing', () => {
    const office = accepted()
    const facts = { 'suspension-ground': '检测', 'special-matter': '排烟噪声', 'special-days': '十个工作日' }
    done(office.take('lin', 'begin-special-time', { case: facts }))
    done(office.agree('zheng'))
    expect(office.case.documents.some(({ code }) => code === 'licence-special-time')).toBe(true)
    done(office.on('2026-06-11').take('lin', 'end-special-time', { case: { 'special-result': '合格' } }))
    expect(clock(office)?.rolledDue).toBe('2026-07-09')
  })
})
