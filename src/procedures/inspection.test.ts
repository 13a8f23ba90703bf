import { describe, expect, test } from 'vitest'
import { INSPECTION_SOURCES } from '#domain/case/gates/inspection.ts'
import { projectionOf } from '#domain/case/projection.ts'
import { takeOver } from '#domain/case/take-over.ts'
import { publicRecordOf } from '#domain/disclosure/public-record.ts'
import * as clue from '../../tests/support/clue-steps.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import * as inspection from '../../tests/support/inspection-steps.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../tests/support/law-office.ts'
import { OPENING } from '../../tests/support/penalty-steps.ts'
import { PROCEDURES } from './index.ts'
import { measureCase } from './measure-case.ts'

const MEASURE = { source: '行政检查', 'found-on': '2026-06-01', clue: '正在转移货物', place: '青石区某路 1 号' }
const ask = (office: LawOffice, more: Record<string, unknown> = {}) =>
  office.take('lin', 'ask', inspection.planned(office, more))
const clock = (office: LawOffice, name: string) => office.case.runs[0]?.clocks.find((item) => item.clock === name)

describe('how often an enterprise is visited', () => {
  test.each(['complaint', 'referral', 'monitoring'] as const)(
    'is not capped where %s has set it in motion, and those visits do not count',
    (source) => {
      const office = new LawOffice()
      office.visits = inspection.visits(4, { foundNothing: false })
      done(ask(inspection.openInspection(office, { source: INSPECTION_SOURCES[source] })))
      const routine = new LawOffice()
      routine.visits = inspection.visits(4, { source: INSPECTION_SOURCES[source], foundNothing: false })
      done(ask(inspection.openInspection(routine)))
    },
  )

  test('counts the visits of the year of the plan, up to the cap that the agency has published', () => {
    const office = new LawOffice({ parameters: valuesWith({ 'inspection.yearly-cap': 2 }) })
    office.visits = [
      ...inspection.visits(1, { foundNothing: false }),
      ...inspection.visits(3, { on: '2025-11-01', foundNothing: false }),
    ]
    done(ask(inspection.openInspection(office)))
    const full = new LawOffice({ parameters: valuesWith({ 'inspection.yearly-cap': 2 }) })
    full.visits = inspection.visits(2, { foundNothing: false })
    expect(gatesOf(ask(inspection.openInspection(full)))).toEqual(['yearly-cap'])
  })

  test('is asked for a reason after three visits of one officer that found nothing; a finding begins the count anew', () => {
    const office = new LawOffice()
    office.visits = inspection.visits(3)
    inspection.openInspection(office)
    expect(gatesOf(ask(office))).toEqual(['fruitless-visits'])
    done(ask(office, { 'fruitless-reason': '新增冷库，风险等级调高' }))
    const found = new LawOffice()
    found.visits = [
      ...inspection.visits(3, { on: '2025-12-01' }),
      ...inspection.visits(1, { on: '2026-05-20', foundNothing: false }),
    ]
    done(ask(inspection.openInspection(found)))
    const others = new LawOffice()
    others.visits = inspection.visits(3, { officers: ['duo'] })
    done(ask(inspection.openInspection(others)))
  })
})

describe('what an inspection finds', () => {
  test('is told to the inspectee and due for the public within twenty working days', () => {
    const office = inspection.inspected(new LawOffice())
    done(office.take('lin', 'tell-clean', { case: { 'result-words': '没有发现问题' } }))
    expect(clock(office, 'publication')).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-06-30' })
    inspection.deliver(office)
    done(office.take('lin', 'close'))
    expect(office.case.runs[0]?.outcome).toBe('no-problem')
  })

  test('is public as far as it was inspected and found, and not by whom or why', () => {
    const office = inspection.inspected(new LawOffice())
    done(office.take('lin', 'tell-clean', { case: { 'result-words': '没有发现问题' } }))
    inspection.deliver(office)
    const documentId = office.case.documents.find(({ code }) => code === 'inspection-result')?.id ?? ''
    const days = { dueOn: office.today, today: office.today }
    const drawn = publicRecordOf({
      state: office.case,
      procedures: PROCEDURES,
      documentId,
      agencyName: '本局',
      ...days,
    })
    const facts = drawn.ok ? drawn.record.facts.map(({ title, text }) => `${title}：${text}`) : [drawn.reason]
    expect(facts).toEqual([
      '检查类型：日常检查',
      '检查事项：食品经营场所食品安全检查',
      '检查依据：《食品安全法》第一百一十条第一项',
      '检查结果：没有发现问题',
    ])
  })

  test('is put right by a day, and somebody has to look after it by another', () => {
    const office = inspection.corrected(new LawOffice())
    expect(clock(office, 'correction')).toMatchObject({ rawDue: '2026-06-15' })
    expect(clock(office, 'review')).toMatchObject({ rawDue: '2026-06-20', rolledDue: '2026-06-20' })
    expect(projectionOf(office.env, office.case)).toMatchObject({ dueOn: '2026-06-20', dueClock: '复查' })
    inspection.deliver(office)
    done(office.on('2026-06-18').take('lin', 'confirm-correction', { case: inspection.REVIEW }))
    expect(clock(office, 'review')?.metOn).toBe('2026-06-18')
  })

  test('becomes a penalty case where it was not put right, and not where nothing was found', () => {
    const office = inspection.corrected(new LawOffice())
    inspection.deliver(office)
    const found = { case: { ...inspection.REVIEW, 'review-result': '没有改正', 'follow-up': '立案查处' } }
    done(office.on('2026-06-21').take('lin', 'find-uncorrected', found))
    office.agreeAll('zheng')
    const from = (origin: LawOffice) => {
      const later = new LawOffice({ origin: origin.case })
      const input = { kind: 'case', id: origin.case.id, title: origin.case.name } as const
      return gatesOf(later.open('penalty-ordinary', 'lin', OPENING, { origin: input }))
    }
    expect(from(office)).toEqual([])
    const clean = inspection.inspected(new LawOffice())
    done(clean.take('lin', 'tell-clean', { case: { 'result-words': '没有发现问题' } }))
    expect(from(clean)).toEqual(['origin'])
  })
})

describe('what is done in the course of an inspection', () => {
  test('somebody is asked and a place is measured, each with a record of its own, before or after the record of the site', () => {
    const office = inspection.noticed(new LawOffice())
    done(inspection.writeDown(office, 'inquire'))
    done(office.take('lin', 'inspect', inspection.onSite(office)))
    done(inspection.writeDown(office, 'survey'))
    const codes = office.case.documents.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['inquiry-record', 'inspection-record', 'survey-record']))
    expect(fillIssued(office, 'inquiry-record').record?.subject).toMatchObject({ name: '赵某' })
    const survey = fillIssued(office, 'survey-record')
    expect(survey.record).toMatchObject({ place: '青石区某路 1 号后院', startedAt: '2026年6月1日9时00分' })
    expect(survey.rows.map(({ label, text }) => `${label}：${text}`)).toEqual([
      '勘验人：林一、周二',
      '被邀请人：见证人钱某',
      '勘验情况：后院长十二米、宽六米，堆放纸箱三十只。',
      '图示：现场图一张',
    ])
  })

  test('samples and kept evidence have procedures of their own, and an urgent measure has a case that comes from it', () => {
    const office = inspection.inspected(new LawOffice())
    done(office.take('lin', 'open-sampling'))
    done(office.take('lin', 'open-preservation'))
    expect(office.case.runs.map(({ procedure }) => procedure)).toEqual(
      expect.arrayContaining(['sampling', 'preservation']),
    )
    const measure = new LawOffice({ origin: office.case })
    done(measure.open('measure-case', 'lin', { case: MEASURE }))
    expect(measure.case.origin?.id).toBe(office.case.id)
    done(measure.take('lin', 'open-preservation'))
    expect(gatesOf(measure.take('lin', 'close', { case: { 'closing-note': '另行立案' } }))).toEqual(['measures-over'])
  })

  test('what was found fills in the case of the measure', () => {
    const office = inspection.corrected(new LawOffice())
    const filled = takeOver(PROCEDURES, measureCase, office.case)
    expect(filled.facts).toMatchObject({ clue: '缺三月的进货查验记录', place: '青石区某路 1 号' })
  })

  test('a clue of which a case was made may become a measure', () => {
    const filed = clue.register(new LawOffice())
    clue.makeCase(filed)
    done(new LawOffice({ origin: filed.case }).open('measure-case', 'lin', { case: MEASURE }))
  })
})

describe('the papers of an inspection', () => {
  test('the form of approval says how often the inspectee was visited this year, and the notice what it may refuse', () => {
    const office = new LawOffice()
    office.visits = inspection.visits(2, { foundNothing: false })
    inspection.noticed(office)
    const rows = fillIssued(office, 'inspection-approval').rows.map(({ label, text }) => `${label}：${text}`)
    expect(rows).toContain('本年度已检查次数和上限：已检查 2 次；上限 4 次')
    const notice = fillIssued(office, 'inspection-notice').letter
    expect(notice?.closing.join('')).toContain('没有两名以上持证人员、没有本通知书的，有权拒绝检查')
    expect(notice?.rows.map(({ text }) => text).join('')).toContain('林一（执法证号CERT-lin）')
  })
})
