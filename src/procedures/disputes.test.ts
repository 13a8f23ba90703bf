import { describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { EVIDENCE, reach } from '../../tests/support/penalty-steps.ts'
import { CONTESTABLE } from './contestable.ts'
import { PROCEDURES } from './index.ts'

const due = (office: LawOffice, name: string) => {
  const clock = office.case.runs[0]?.clocks.findLast((item) => item.clock === name)
  return [clock?.startOn, clock?.rolledDue]
}

describe('a decision of the agency before the reviewing body', () => {
  test('is answered in ten working days from the receipt of the notice, in five by the simple procedure', () => {
    expect(due(dispute.notified(new LawOffice()), 'answer')).toEqual(['2026-05-29', '2026-06-12'])
    expect(due(dispute.notified(new LawOffice(), 'take-simple-notice'), 'simple-answer')).toEqual([
      '2026-05-29',
      '2026-06-05',
    ])
  })

  test('that was handed in here is passed on in five working days, or corrected by the agency itself', () => {
    const office = dispute.openReview(new LawOffice())
    done(office.take('lin', 'take-application', { case: { 'handed-in-on': '2026-05-29' } }))
    expect(due(office, 'forwarding')).toEqual(['2026-05-29', '2026-06-05'])
    done(office.take('lin', 'correct-oneself', { case: { 'own-correction': '撤销原决定' } }))
    office.agreeAll('wu')
    expect(office.case.runs[0]?.outcome).toBe('self-corrected')
  })

  test('that is altered there is carried out before the case ends', () => {
    const office = dispute.answered(new LawOffice())
    expect(office.case.documents.map(({ code }) => code)).toEqual(['review-answer'])
    done(office.take('lin', 'decision-altered', { case: { alteration: '变更', ...dispute.RESULT } }))
    expect(office.case.endedOn).toBeUndefined()
    done(office.take('lin', 'carry-out', { case: { 'carried-out': '已经退还罚款，撤下公示' } }))
    office.agreeAll('wu')
    expect(office.case.runs[0]?.outcome).toBe('altered')
  })
})

describe('a decision of the agency before the court', () => {
  test('is defended within fifteen days from the receipt of the complaint, holidays at the end not counted', () => {
    expect(due(dispute.openSuit(new LawOffice()), 'answer')).toEqual(['2026-05-29', '2026-06-15'])
  })

  test('that stands is final when nobody appeals in fifteen days from the receipt of the judgment', () => {
    const office = dispute.judged(new LawOffice())
    expect(due(office, 'appeal')).toEqual(['2026-06-01', '2026-06-16'])
    expect(gatesOf(office.on('2026-06-16').take('lin', 'becomes-final'))).toEqual(['appeal-term-over'])
    done(office.on('2026-06-17').take('lin', 'becomes-final'))
    expect(office.case.runs[0]?.outcome).toBe('upheld')
  })

  test('takes the outcome of the second instance where there is one', () => {
    const office = dispute.judged(new LawOffice())
    done(office.take('lin', 'appeal', { case: { 'appeal-text': '原告不服一审判决' } }))
    const overturned = { alteration: '撤销', ...dispute.JUDGMENT }
    done(office.take('lin', 'finally-against-agency', { case: overturned }))
    done(office.take('lin', 'carry-out', { case: { 'carried-out': '已经撤下公示' } }))
    office.agreeAll('wu')
    expect(office.case.runs[0]?.outcome).toBe('overturned')
  })

  test('is represented by one or two of the staff', () => {
    const office = dispute.defended(new LawOffice())
    const facts = { agents: ['lin', 'zhou', 'wu'], powers: '一般代理', 'head-appears': true }
    expect(gatesOf(office.take('lin', 'appoint', { case: facts }))).toEqual(['appearance-in-order'])
    done(office.take('lin', 'appoint', { case: { ...facts, agents: ['lin'] } }))
  })
})

describe('nobody collects evidence for a decision that is made', () => {
  test('no stage from the decision on adds evidence to a penalty', () => {
    const office = reach(new LawOffice(), 'decision')
    expect(gatesOf(office.take('lin', 'add-evidence', {}, [EVIDENCE]))).toEqual(['not-offered'])
  })

  test('the reviewing body and the court get only what they have allowed', () => {
    const adding = (code: string) =>
      [...PROCEDURES.values()]
        .filter((procedure) => procedure.code === code)
        .flatMap(({ stages }) => Object.values(stages))
        .flatMap(({ actions }) => Object.values(actions))
        .filter(({ adds }) => adds === 'evidence')
    expect(adding('admin-review').map(({ asks }) => asks)).toEqual([['review-permission']])
    expect(adding('litigation').map(({ asks }) => asks)).toEqual([['court-permission']])
  })
})

describe('what was published of a decision that is altered goes within three working days', () => {
  const clockOf = (office: LawOffice) => office.case.runs[0]?.clocks.find(({ clock }) => clock === 'withdrawal')
  const reviewed = (alteration: string) => {
    const office = dispute.answered(new LawOffice())
    done(office.take('lin', 'decision-altered', { case: { alteration, ...dispute.RESULT } }))
    return office
  }
  const withdraw = (office: LawOffice) => {
    done(office.take('lin', 'withdraw-publication', { case: { 'public-reason': '决定被行政复议改变。' } }))
    done(office.agree('zheng'))
  }

  test.each(['变更', '撤销', '部分撤销', '确认违法', '确认无效'])('by a review: %s', (alteration) => {
    const office = reviewed(alteration)
    expect(clockOf(office)).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-06-04' })
    withdraw(office.on('2026-06-02'))
    expect(clockOf(office)?.metOn).toBe('2026-06-02')
  })

  test('and not where the agency is only ordered to act', () => expect(clockOf(reviewed('责令履行'))).toBeUndefined())

  test('by a judgment once it stands, and not while it may be appealed against', () => {
    const office = dispute.defended(new LawOffice())
    done(office.take('lin', 'judged-against-agency', { case: { alteration: '确认违法', ...dispute.JUDGMENT } }))
    expect(clockOf(office)).toBeUndefined()
    done(office.take('lin', 'accept-judgment'))
    done(office.agree('wu'))
    expect(clockOf(office)).toMatchObject({ startOn: '2026-06-16', rolledDue: '2026-06-22' })
  })
})

test.each(CONTESTABLE.map(({ procedure }) => procedure))(
  'what was done in a case of %s is contested in a case that comes from it',
  (code) => {
    const { version } = [...PROCEDURES.values()].find((one) => one.code === code) ?? {}
    const from = reach(new LawOffice(), 'performance').case
    const [root, ...others] = from.runs
    if (!root || version === undefined) throw new Error(`no ${code}`)
    for (const open of [dispute.openReview, dispute.openSuit]) {
      const office = new LawOffice()
      office.origin = { ...from, runs: [{ ...root, procedure: code, version }, ...others] }
      expect(open(office).case.origin).toMatchObject({ kind: 'case', id: from.id })
    }
  },
)

test('whatever case makes out a paper that tells of review and lawsuit can be contested; of a correction, with the decision that it corrects', () => {
  const tells = new Set(DOCUMENT_KINDS.flatMap(({ code, blocks }) => (blocks?.includes('remedy') ? [code] : [])))
  const telling = [...PROCEDURES.values()].filter(
    (one) => one.opening && actionsOf(one).some(({ action }) => action.issues?.some((code) => tells.has(code))),
  )
  expect(telling.length).toBeGreaterThan(5)
  const known = CONTESTABLE.map(({ procedure }) => procedure)
  expect(telling.map(({ code }) => code).filter((code) => !known.includes(code))).toEqual(['penalty-revision'])
})
