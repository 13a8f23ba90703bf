import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState, Party } from '#domain/case/state.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { COMPANY, LawOffice, VIOLATION } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import * as revision from '../../../tests/support/revision-steps.ts'
import type { EarlierDecision } from './later-act.ts'
import { publicRecordOf } from './public-record.ts'

const EARLIER: EarlierDecision = {
  id: 'old',
  number: '青市监罚决〔2026〕1号',
  decidedOn: '2026-06-01',
  effect: 'replaced',
}

function changed(words = '罚款变更为三千元。') {
  const office = revision.openRevision(new LawOffice({ on: '2026-09-28' }))
  office.take('lin', 'draft-change', {
    ...revision.CHANGE_DRAFT,
    case: { ...revision.CHANGE_DRAFT.case, 'change-words': words },
  })
  steps.review(office)
  office.take('lin', 'change', revision.CHANGE)
  office.agreeAll('zheng', 'wu')
  steps.deliverAll(office)
  if (!office.origin) throw new Error('a revision has an origin')
  return { state: office.case, decided: office.origin }
}

function recordOf(
  { state, decided }: { state: CaseState; decided: CaseState },
  earlier: readonly EarlierDecision[] = [EARLIER],
) {
  return publicRecordOf({
    state,
    decided,
    effect: 'replaced',
    earlier,
    procedures: PROCEDURES,
    documentId: state.documents.findLast((doc) => doc.code === 'decision-change')?.id ?? '',
    agencyName: '青石区市场监督管理局',
    dueOn: plainDate('2026-10-13'),
    today: plainDate('2026-09-28'),
  })
}
const withParty = (state: CaseState, party: Partial<Party>): CaseState => ({
  ...state,
  parties: [{ ...COMPANY, ...party }],
})

describe('the public record of a changed decision', () => {
  it('says what is decided now, how much, why, and which decision it replaces', () => {
    const answer = recordOf(changed())
    if (!answer.ok) throw new Error(answer.reason)
    expect(answer.record).toMatchObject({
      documentTitle: '行政处罚决定变更决定书',
      parties: [{ name: COMPANY.name, code: COMPANY.code }],
      causes: [VIOLATION.cause],
      sanctions: ['警告', '罚款 3,000.00 元'],
      fineFen: 300_000,
      bases: ['《食品安全法》第三十四条', '《食品安全法》第一百二十四条'],
      earlier: [EARLIER],
    })
    const shown = Object.fromEntries(answer.record.facts.map(({ title, text }) => [title, text]))
    expect(shown).toMatchObject({ 变更理由: '裁量明显不当' })
    expect(JSON.stringify(answer.record)).not.toContain(revision.CHANGE_DRAFT.case['heard-words'])
  })

  it('names the decision before once: with its link, or by its number alone where there is nothing to lead to', () => {
    const titles = (earlier: readonly EarlierDecision[]) => {
      const answer = recordOf(changed(), earlier)
      return answer.ok ? answer.record.facts.map(({ title }) => title) : []
    }
    expect(titles([EARLIER])).not.toContain('原文号')
    expect(titles([])).toContain('原文号')
  })

  it('hides whom the decided case knows, also where the new case has never heard of them', () => {
    const { state, decided } = changed('见证人孙九儿的证言不予采信，罚款变更为三千元。')
    const runs = decided.runs.map((run) => {
      const named = { ...run.facts.case, 'scene-witness': '孙九儿（邻居）' }
      return run.id === 'main' ? { ...run, facts: { ...run.facts, case: named } } : run
    })
    const answer = recordOf({ state, decided: { ...decided, runs } })
    expect(answer.ok && JSON.stringify(answer.record)).not.toMatch(/孙九儿|孙某/)
    expect(answer.ok && JSON.stringify(answer.record)).toContain('见证人某某')
  })

  it('is never shown of somebody who was a child when it happened, however late it is changed', () => {
    const child = { kind: 'person', name: '王小小', bornOn: plainDate('2008-05-28') } as const
    const { state, decided } = changed()
    const mine = { state: withParty(state, child), decided: withParty(decided, child) }
    expect(recordOf(mine)).toMatchObject({ ok: false, when: 'never', basis: '《未成年人保护法》第一百零三条' })
    const grown = { ...child, bornOn: plainDate('2008-05-27') }
    expect(recordOf({ state: withParty(state, grown), decided: withParty(decided, grown) })).toMatchObject({ ok: true })
  })

  it('is not shown where nothing is laid upon anybody any more', () => {
    const { state, decided } = changed()
    const runs = state.runs.map((run) => ({ ...run, facts: { ...run.facts, violation: {} } }))
    expect(recordOf({ state: { ...state, runs }, decided })).toMatchObject({ ok: false, when: 'never' })
  })

  it('waits until it is delivered, as any decision does', () => {
    const { state, decided } = changed()
    expect(recordOf({ state: { ...state, deliveries: [] }, decided })).toMatchObject({ ok: false, when: 'later' })
  })
})
