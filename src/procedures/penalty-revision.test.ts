import { describe, expect, test } from 'vitest'
import { lastDayOf } from '#domain/case/clock.ts'
import { rootRun } from '#domain/case/state.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import * as revision from '../../tests/support/revision-steps.ts'

describe('what was decided is set right in a case of its own', () => {
  test('it never begins by itself', () => {
    expect(gatesOf(new LawOffice().open('penalty-revision', 'lin', revision.ERROR))).toEqual(['origin'])
  })

  test('and comes only from a case in which a penalty was decided', () => {
    const office = new LawOffice()
    office.origin = steps.reach(new LawOffice(), 'drafting').case
    expect(gatesOf(office.open('penalty-revision', 'lin', revision.ERROR))).toEqual(['origin'])
  })

  test('a slip of the pen is corrected, delivered and filed, and nothing is withdrawn for it', () => {
    const office = revision.correct(new LawOffice())
    expect(plainWords(fillIssued(office, 'decision-correction'))).toContain('“六百瓶”补正为“六瓶”')
    expect(rootRun(office.case).clocks).toEqual([])
    steps.deliverAll(office)
    done(office.take('lin', 'finish', { case: { 'closure-note': '已经补正' } }))
    done(office.agree('zheng'))
    done(office.take('lin', 'make-dossier', { case: { retention: '30年' } }))
    expect(rootRun(office.case).outcome).toBe('corrected')
    expect(office.refold()).toEqual(office.case)
  })

  test('what had to be reviewed when it was decided is reviewed when it is changed, and again after the draft has changed', () => {
    const office = revision.openRevision(new LawOffice())
    expect(gatesOf(office.take('lin', 'change', revision.CHANGE))).toEqual(['change-drafted', 'revision-reviewed'])
    revision.drafted(office)
    expect(gatesOf(office.take('lin', 'change', revision.CHANGE))).toEqual(['revision-reviewed'])
    steps.review(office)
    done(
      office.take('lin', 'draft-change', {
        ...revision.CHANGE_DRAFT,
        case: { ...revision.CHANGE_DRAFT.case, 'change-words': '罚款变更为一千元。' },
      }),
    )
    expect(gatesOf(office.take('lin', 'change', revision.CHANGE))).toEqual(['revision-reviewed'])
    steps.review(office)
    done(office.take('lin', 'change', revision.CHANGE))
  })

  test('a decision not to penalise may be revoked, and one that a reviewing body has altered is changed without another review', () => {
    for (const result of ['no-penalty-minor', 'no-penalty-not-established']) {
      const office = new LawOffice()
      const from = steps.reach(new LawOffice(), 'delivery').case
      const [root, ...others] = from.runs
      if (!root) throw new Error('a case has a run')
      office.origin = {
        ...from,
        runs: [{ ...root, result }, ...others.filter(({ procedure }) => procedure !== 'legal-review')],
      }
      done(office.open('penalty-revision', 'lin', revision.ERROR))
      done(revision.drafted(office, 'revocation').take('lin', 'revoke', revision.CHANGE))
    }
    const altered = new LawOffice()
    done(dispute.answered(altered).take('lin', 'decision-altered', { case: { alteration: '变更', ...dispute.RESULT } }))
    const office = new LawOffice()
    office.origin = altered.case
    done(office.open('penalty-revision', 'lin', revision.ERROR))
    done(revision.drafted(office).take('lin', 'change', revision.CHANGE))
  })

  test('what is changed is withdrawn from the public within three working days', () => {
    const office = revision.change(new LawOffice({ on: '2026-09-28' }))
    const clock = rootRun(office.case).clocks.find((item) => item.clock === 'withdrawal')
    expect(clock && lastDayOf(clock)).toBe('2026-10-08')
    done(office.take('lin', 'record-withdrawal', { case: { 'withdrawn-on': office.today } }))
    expect(rootRun(office.case).clocks.find((item) => item.clock === 'withdrawal')?.metOn).toBe('2026-09-28')
    const words = plainWords(fillIssued(office, 'decision-change'))
    expect(words).toContain('行政复议')
    expect(words).toContain('处罚款3,000.00元（大写：人民币叁仟元整）')
  })

  test('and is to be public itself within seven working days, what is revoked has nothing to publish', () => {
    const office = revision.change(new LawOffice({ on: '2026-09-28' }))
    const clock = rootRun(office.case).clocks.find((item) => item.clock === 'publication')
    expect(clock && lastDayOf(clock)).toBe('2026-10-13')
    expect(clock?.party).toBe('party-1')
    const revoked = revision.reviewed(revision.openRevision(new LawOffice()), 'revocation')
    done(revoked.take('lin', 'revoke', revision.CHANGE))
    revoked.agreeAll('zheng', 'wu')
    expect(rootRun(revoked.case).outcome ?? rootRun(revoked.case).result).toBe('revoked')
    expect(rootRun(revoked.case).clocks.map((item) => item.clock)).toEqual(['withdrawal'])
  })

  test('a penalty of which nothing is left is revoked and not changed; a decision to spare may still spare', () => {
    const nothing = { case: revision.CHANGE_DRAFT.case }
    const office = revision.openRevision(new LawOffice())
    expect(gatesOf(office.take('lin', 'draft-change', nothing))).toEqual(['sanction-left'])
    const spared = new LawOffice()
    const from = steps.reach(new LawOffice(), 'delivery').case
    const [root] = from.runs
    if (!root) throw new Error('a case has a run')
    spared.origin = {
      ...from,
      runs: [{ ...root, result: 'no-penalty-minor', results: { 'party-1': 'no-penalty-minor' } }],
    }
    done(spared.open('penalty-revision', 'lin', revision.ERROR))
    done(spared.take('lin', 'draft-change', nothing))
  })
})
