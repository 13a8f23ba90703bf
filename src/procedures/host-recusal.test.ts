import { describe, expect, test } from 'vitest'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { VERDICT } from '../../tests/support/halting-roads.ts'
import * as recusal from '../../tests/support/host-recusal-steps.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { hostRecusal } from './host-recusal.ts'

describe('who hosts the hearing before a penalty', () => {
  const onTheDay = () => {
    const office = recusal.called(new LawOffice())
    steps.deliverAll(office)
    return office.on(steps.CALL['hearing-on'])
  }
  const asked = () => {
    const office = onTheDay()
    done(office.take('zhu', 'open-host-recusal'))
    done(office.take('zhu', 'request', recusal.requestOf(office, ['zhu'])))
    return office
  }

  test('does not go on with it once the party has asked at the hearing itself, until that is decided', () => {
    const office = asked()
    expect(gatesOf(office.take('zhu', 'hold', steps.HEARING_RECORD))).toEqual(['recusal-settled'])
    done(office.take('wu', 'refuse', { case: { ...VERDICT, 'verdict-words': '驳回申请' } }))
    done(office.take('zhu', 'hold', steps.HEARING_RECORD))
  })

  test('stands aside when it is granted; another is named when the hearing is called again', () => {
    const office = asked()
    done(office.take('wu', 'grant', { case: VERDICT }))
    expect(gatesOf(office.take('zhu', 'hold', steps.HEARING_RECORD))).toEqual(['recused'])
    done(office.take('lin', 'call-again'))
    const later = { ...steps.CALL, 'hearing-on': '2026-07-10' }
    expect(gatesOf(office.take('lin', 'call', { case: later }))).toEqual(['host-not-handler'])
    done(office.take('lin', 'call', { case: { ...later, host: ['shen'] } }))
  })

  test('is asked by the article on hearings, and told so in writing', () => {
    const said = Object.values(hostRecusal.stages).flatMap(({ actions }) => Object.values(actions))
    for (const { basis } of [hostRecusal, ...said]) expect(basis).toBe('《行政处罚法》第六十四条第四项')
    const office = asked()
    done(office.take('wu', 'grant', { case: VERDICT }))
    expect(plainWords(fillIssued(office, 'recusal-decision'))).toContain('祝七')
  })
})
