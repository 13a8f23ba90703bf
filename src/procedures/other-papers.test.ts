import { describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import { fieldsOfPaper, paperIn } from '#domain/form/check-paper.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import { choicesOf, issueChosen } from '../../tests/support/chosen-papers.ts'
import { blankFields } from '../../tests/support/complete-papers.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice, VIOLATION } from '../../tests/support/law-office.ts'
import { MADE_ELSEWHERE, SUPERVISION } from '../../tests/support/paper-reasons.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { ACT_OF_SECOND, TWO_PARTIES } from '../../tests/support/scenarios/scenario.ts'
import { somePaper } from '../../tests/support/some-paper.ts'
import { PROCEDURES } from './index.ts'
import { FITTING_PROCEDURES, FREE_PAPERS } from './other-papers.ts'
import { PROPOSALS } from './penalty-facts.ts'

const ALL = [...PROCEDURES.values()]
/** What acts make out by themselves, here or in a case that they split off. */
const BY_ACTS = new Set(
  ALL.flatMap((procedure) => [
    ...(procedure.opening?.issues ?? []),
    ...actionsOf(procedure).flatMap(({ action: { issues = [], splits } }) => [...issues, ...(splits?.issues ?? [])]),
  ]),
)

describe('every kind of document', () => {
  const isOfSupervision = ({ code, stage }: (typeof DOCUMENT_KINDS)[number]) =>
    stage === SUPERVISION && !FREE_PAPERS.has(code)

  test('comes of an act, is free to be issued, or is made elsewhere for a reason that is written down', () => {
    const nowhere = DOCUMENT_KINDS.filter((kind) => !isOfSupervision(kind))
      .map(({ code }) => code)
      .filter((code) => !BY_ACTS.has(code) && !FREE_PAPERS.has(code) && !(code in MADE_ELSEWHERE))
    expect(nowhere).toEqual([])
  })

  test('has one of these reasons and not two', () => {
    const free = [...FREE_PAPERS]
    const isRecord = (code: string) =>
      DOCUMENT_KINDS.some((kind) => kind.code === code && kind.blocks?.includes('record'))
    expect(free.filter((code) => BY_ACTS.has(code) && !isRecord(code))).toEqual([])
    const elsewhere = Object.keys(MADE_ELSEWHERE)
    expect(elsewhere.filter((code) => BY_ACTS.has(code) || FREE_PAPERS.has(code))).toEqual([])
    const known = new Set(DOCUMENT_KINDS.map(({ code }) => code))
    expect([...free, ...elsewhere].filter((code) => !known.has(code))).toEqual([])
  })
})

describe('a free paper', () => {
  test.each([...FREE_PAPERS].toSorted())('%s changes nobody’s rights', (code) => {
    const kind = DOCUMENT_KINDS.find((item) => item.code === code)
    expect(kind?.blocks).not.toContain('remedy')
    expect(kind?.title).not.toMatch(/决定书$/)
    expect(fieldsOfPaper(code).length).toBeGreaterThan(0)
    const awaited = ALL.flatMap(({ clocks, disclosure, numberedBy }) => [
      ...Object.values(clocks).flatMap((clock) => [clock.fromDelivery, clock.metByIssue, clock.metByDelivery]),
      ...(disclosure?.documents ?? []),
      numberedBy,
    ])
    expect(awaited).not.toContain(code)
  })

  test('is approved where it goes out or is a form of approval, and by nobody where it is a record', () => {
    const chosen = ALL.flatMap((procedure) => actionsOf(procedure)).flatMap(({ action }) =>
      (action.chooses?.among ?? []).map((code) => ({ code, approval: action.approval ?? [] })),
    )
    for (const { code, approval } of chosen) {
      const kind = DOCUMENT_KINDS.find((item) => item.code === code)
      const wants = kind?.header === 'red' ? ['unit-head'] : []
      expect(approval, code).toEqual(kind?.blocks?.includes('approvals') ? ['unit-head', 'agency-head'] : wants)
    }
  })

  test('can be issued wherever it is offered, and leaves no box empty', () => {
    const issued = new Set<string>()
    for (const choice of ALL.filter(({ code }) => FITTING_PROCEDURES.includes(code)).flatMap(choicesOf)) {
      const key = `${choice.procedure.code}/${choice.stage}/${choice.paper}`
      const data = issued.has(key) ? undefined : issueChosen(choice)
      expect(data ? blankFields(data) : [], key).toEqual([])
      issued.add(key)
    }
    expect([...issued].toSorted()).toEqual(
      ALL.flatMap(({ code, stages }) =>
        Object.entries(stages).flatMap(([stage, { actions }]) =>
          Object.values(actions).flatMap(({ chooses }) =>
            (chooses?.among ?? []).map((paper) => `${code}/${stage}/${paper}`),
          ),
        ),
      ).toSorted(),
    )
  })
})

describe('出具其他文书', () => {
  const NOTICE = { 'other-letter': somePaper({ choices: ['inquiry-notice'] }) }
  const investigated = () => steps.reach(new LawOffice(), 'investigation')

  test('stands in every procedure by which a case is opened, at every stage that is no end', () => {
    const without = ALL.filter(({ opening }) => opening).flatMap(({ code, stages }) =>
      Object.entries(stages)
        .filter(([, { ends, actions }]) => !ends && !Object.values(actions).some(({ chooses }) => chooses))
        .map(([stage]) => `${code}/${stage}`),
    )
    expect(without.toSorted()).toEqual(NO_OTHER_PAPERS)
  })

  test('takes effect when the head of the unit agrees: numbered, told in the fields of its kind, and delivered', () => {
    const office = investigated()
    done(office.take('lin', 'issue-letter', { case: NOTICE }))
    expect(office.case.documents.map(({ code }) => code)).not.toContain('inquiry-notice')
    done(office.agree('zheng'))
    const data = fillIssued(office, 'inquiry-notice')
    expect(data.document.number).toMatch(/询通〔2026〕1号$/)
    expect(data.rows).toContainEqual({ label: '被询问人', text: '被询问人的内容' })
    expect(office.child('delivery').party).toBe('party-1')
  })

  test('asks what the kind asks: nothing may be left out, and nothing else is taken', () => {
    const [row] = somePaper({ choices: ['inquiry-notice'] })
    const without = { ...row, 事由: ' ' }
    const beside = { ...row, 罚款: '5000' }
    for (const wrong of [without, beside]) {
      const decision = investigated().take('lin', 'issue-letter', { case: { 'other-letter': [wrong] } })
      expect(gatesOf(decision)).toEqual(['input'])
    }
  })

  test.each([
    'penalty-decision',
    'seizure-decision',
    'surcharge-decision',
    'licence-disclosure',
    'hearing-application',
  ])('never makes out %s at this stage', (code) => {
    const chosen = { 'other-letter': [{ paper: code }] }
    expect(gatesOf(investigated().take('lin', 'issue-letter', { case: chosen }))).toEqual(['input'])
  })

  test('is proposed by those who handle the case alone', () => {
    expect(gatesOf(investigated().take('zheng', 'issue-letter', { case: NOTICE }))).toEqual(['role'])
  })

  test('a form of approval waits for both heads, and says who agreed', () => {
    const office = investigated()
    done(office.take('lin', 'issue-form', { case: { 'other-form': somePaper({ choices: ['handling-report'] }) } }))
    office.agreeAll('zheng', 'wu')
    const { approvals } = fillIssued(office, 'handling-report')
    expect(approvals.map(({ role }) => role)).toEqual(['承办人意见', '承办机构负责人意见', '机关负责人审批意见'])
    expect(approvals[0]?.opinion).toBe('内容如上，报请审批。')
  })

  test('a record is there at once, with when and where, and is signed', () => {
    const office = investigated()
    done(office.take('lin', 'write-record', { case: { 'other-record': somePaper({ choices: ['survey-record'] }) } }))
    const data = fillIssued(office, 'survey-record')
    expect(data.record).toMatchObject({ startedAt: '开始时间的内容', endedAt: '结束时间的内容', place: '地点的内容' })
    expect(data.rows.map(({ label }) => label)).toEqual(['勘验人', '被邀请人', '勘验情况', '图示'])
  })

  test('the next one does not say what the last one said', () => {
    const office = investigated()
    done(office.take('lin', 'issue-letter', { case: NOTICE }))
    done(office.agree('zheng'))
    expect(gatesOf(office.take('lin', 'issue-letter'))).toEqual(['input'])
    const other = { 'other-letter': somePaper({ choices: ['material-demand'] }) }
    done(office.take('lin', 'issue-letter', { case: other }))
    done(office.agree('zheng'))
    expect(fillIssued(office, 'material-demand').rows.map(({ label }) => label)).toEqual(['材料清单', '提供期限'])
    expect(paperIn(office.case.runs[0]?.facts.case['other-letter'])?.code).toBe('material-demand')
  })

  test('does not come into being where it no longer fits: the case has moved on while it waited', () => {
    const office = investigated()
    steps.investigate(office, { proposal: PROPOSALS.minor })
    done(office.take('lin', 'issue-letter', { case: NOTICE }))
    done(office.take('lin', 'go-without-notice'))
    expect(gatesOf(office.agree('zheng'))).toEqual(['paper-fits'])
  })

  test('of several parties those get it who are named, and somebody must be', () => {
    const office = new LawOffice()
    steps.fileCase(office, { parties: TWO_PARTIES, violations: [VIOLATION, ACT_OF_SECOND] })
    const to = (first: boolean, second: boolean) => ({
      [TWO_PARTIES[0]?.id ?? '']: { 'letter-to': first },
      [TWO_PARTIES[1]?.id ?? '']: { 'letter-to': second },
    })
    const nobody = office.take('lin', 'issue-letter', { case: NOTICE, party: to(false, false) })
    expect(gatesOf(nobody)).toEqual(['paper-addressed'])
    done(office.take('lin', 'issue-letter', { case: NOTICE, party: to(false, true) }))
    done(office.agree('zheng'))
    const issued = office.case.documents.filter(({ code }) => code === 'inquiry-notice')
    expect(issued.map(({ party }) => party)).toEqual([TWO_PARTIES[1]?.id])
  })
})

/** Nothing is left to be written there: what was done goes to the dossier, or waits for another's word. */
const NO_OTHER_PAPERS: readonly string[] = [
  'benefit/handing-over',
  'confirmation/handing-over',
  'execution-case/archive',
  'penalty-revision/archive',
  'penalty-revision/withdrawing',
]
