import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { listEntry } from '../../../tests/support/recording-lists.ts'
import { leftUnrecorded } from '../../../tests/support/recording-oracle.ts'
import { missingRecordings } from '../archive/missing-recordings.ts'
import { noticesOfEvents } from '../notice/notices-of-events.ts'
import type { Decision } from './command.ts'
import { projectionOf } from './projection.ts'
import { sceneCourse } from './scene-course.ts'
import { sceneDebts } from './scene-debts.ts'
import { timelineOf } from './timeline.ts'

const sentence = (decision: Decision) => (decision.ok ? '' : (decision.refusals[0]?.sentence ?? ''))

/** A talk that must be recorded was held, and nothing is bound. */
function owing(): LawOffice {
  const office = steps.reach(new LawOffice({ recordingList: [listEntry('inquiry')] }), 'investigation')
  done(office.take('lin', 'inquire', steps.inquiry(office), [], {}))
  done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
  return office
}
const report = (office: LawOffice) => office.take('lin', 'report', { case: steps.REPORT })
const told = (office: LawOffice) =>
  timelineOf(office.env.procedures, office.case, office.events).map((line) => line.sentence)

describe('a recording that must be and is lost', () => {
  test('is explained in writing, and the head of the agency lets the case go on', () => {
    const office = owing()
    done(office.askException('lin', 'main', 'inquiry'))
    expect(sentence(report(office))).toContain('书面说明还在等机关负责人审批')
    expect(projectionOf(office.env, office.case).waitsFor).toContain('role:agency-head')
    done(office.decideException('wu', 'main', 'inquiry', true))
    expect(projectionOf(office.env, office.case).waitsFor).not.toContain('role:agency-head')
    expect(sceneDebts(office.case)).toEqual([])
    done(report(office))
    office.agreeAll('zheng')
    expect(leftUnrecorded(office.events)).toEqual([])
    expect(office.refold()).toEqual(office.case)
  })

  test('shows reason, ground, who and when in the course of the scenes and in the history', () => {
    const office = owing()
    done(office.askException('lin', 'main', 'inquiry'))
    done(office.on('2026-06-02').decideException('wu', 'main', 'inquiry', true))
    const act = sceneCourse(office.env, office.case).find(({ scene }) => scene === 'inquiry')?.acts[0]
    expect(act).toMatchObject({ state: 'excused', exception: { ground: 'lost', by: 'lin', on: '2026-06-01' } })
    expect(act?.exception?.decided).toMatchObject({ granted: true, by: 'wu', on: '2026-06-02' })
    expect(told(office).slice(-2)).toEqual([
      '“询问”没有音像记录（已经录制，后来灭失、损坏），书面说明：记录仪落水，存储卡损坏，经送修不能恢复，已经封存备查。',
      '机关负责人同意“询问”没有音像记录的说明：存储卡封存，今后双机录制',
    ])
  })

  test('stands in the notes sheet of the dossier once the head has let it stand', () => {
    const office = owing()
    done(office.askException('lin', 'main', 'inquiry'))
    expect(missingRecordings(office.case)).toEqual([])
    done(office.decideException('wu', 'main', 'inquiry', true))
    expect(missingRecordings(office.case)).toEqual([
      '2026-06-01 的“询问”应当全程音像记录，没有音像记录（已经录制，后来灭失、损坏）。2026-06-01 书面说明：记录仪落水，存储卡损坏，经送修不能恢复，已经封存备查。2026-06-01 机关负责人同意：存储卡封存，今后双机录制。',
    ])
  })

  test('without the head letting it stand keeps the case where it is, and may be explained anew', () => {
    const office = owing()
    done(office.askException('lin', 'main', 'inquiry'))
    done(office.decideException('wu', 'main', 'inquiry', false, { opinion: '请先送修并附鉴定意见' }))
    expect(gatesOf(report(office))).toEqual(['recording-bound'])
    done(office.askException('lin', 'main', 'inquiry'))
    done(office.decideException('wu', 'main', 'inquiry', true))
    done(report(office))
  })

  test('the second opinion sees a case that went on though the head had said no', () => {
    const office = owing()
    done(office.askException('lin', 'main', 'inquiry'))
    done(office.decideException('wu', 'main', 'inquiry', true))
    done(report(office))
    office.agreeAll('zheng')
    const forged = office.events.map((event) =>
      event.type === 'exception-decided' ? { ...event, granted: false } : event,
    )
    expect(leftUnrecorded(forged)).toEqual(['report left inquiry of inquire behind'])
  })

  test('tells the head that something waits, and the handlers when it did not stand', () => {
    const office = owing()
    const from = office.events.length
    done(office.askException('lin', 'main', 'inquiry'))
    const notices = () => noticesOfEvents(office.env.procedures, office.case, office.events.slice(from), [])
    expect(notices()).toMatchObject([{ kind: 'to-approve', to: ['role:agency-head'], except: 'lin' }])
    done(office.decideException('wu', 'main', 'inquiry', false, { opinion: '请先送修并附鉴定意见' }))
    expect(notices()).toMatchObject([{ kind: 'returned', sentence: expect.stringContaining('请先送修并附鉴定意见') }])
  })

  test('settles its own act only', () => {
    const office = owing()
    done(office.take('lin', 'inquire', steps.inquiry(office), [], {}))
    const [first, second] = sceneDebts(office.case)
    done(office.askException('lin', 'main', 'inquiry', { act: second?.seq ?? 0 }))
    done(office.decideException('wu', 'main', 'inquiry', true, { act: second?.seq ?? 0 }))
    expect(sceneDebts(office.case).map(({ seq }) => seq)).toEqual([first?.seq])
  })
})

describe('who explains and who decides', () => {
  const asked = () => {
    const office = owing()
    done(office.askException('lin', 'main', 'inquiry'))
    return office
  }
  test.each<readonly [string, () => Decision, string, string]>([
    ['a stranger explains nothing', () => owing().askException('xin', 'main', 'inquiry'), 'role', '由本案承办人员办理'],
    [
      'two words are no account',
      () => owing().askException('lin', 'main', 'inquiry', { reason: '丢失' }),
      'scene-exception',
      '说明应为 20 至 2000 个字',
    ],
    [
      'what waits is not asked twice',
      () => asked().askException('lin', 'main', 'inquiry'),
      'scene-exception',
      '已经报批',
    ],
    [
      'an act that owes nothing needs no account',
      () => owing().askException('lin', 'main', 'inquiry', { act: 1 }),
      'scene-exception',
      '没有等待归集',
    ],
    [
      'a handler does not decide',
      () => asked().decideException('lin', 'main', 'inquiry', true),
      'role',
      '由机关负责人办理',
    ],
    [
      'a head of a unit does not decide',
      () => asked().decideException('zheng', 'main', 'inquiry', true),
      'role',
      '由机关负责人办理',
    ],
    [
      'a refusal has a reason',
      () => asked().decideException('wu', 'main', 'inquiry', false, { opinion: '不行' }),
      'scene-exception',
      '审批意见应为 5 至 500 个字',
    ],
    [
      'nothing is decided that nobody asked',
      () => owing().decideException('wu', 'main', 'inquiry', true),
      'scene-exception',
      '没有等待审批的书面说明',
    ],
  ])('%s', (_title, decide, gate, says) => {
    const decision = decide()
    expect(gatesOf(decision)).toEqual([gate])
    expect(sentence(decision)).toContain(says)
  })

  test('a head who handles the case decides nothing on it', () => {
    const office = steps.reach(new LawOffice({ recordingList: [listEntry('inquiry')] }), 'investigation')
    done(office.take('lin', 'inquire', steps.inquiry(office), [], {}))
    done(office.askException('lin', 'main', 'inquiry'))
    office.state = { ...office.case, formerHandlers: ['wu'] }
    expect(sentence(office.decideException('wu', 'main', 'inquiry', true))).toContain('不能审批自己案件')
  })

  test('what is recorded as needed is explained by the handler alone', () => {
    const office = steps.reach(new LawOffice(), 'investigation')
    done(office.take('lin', 'inquire', steps.inquiry(office), [], { inquiry: { follows: true } }))
    expect(sentence(office.askException('lin', 'main', 'inquiry'))).toContain('承办人员说明原因即可')
  })

  test('a recording that turns up after all settles the act, and nothing waits any more', () => {
    const office = asked()
    done(office.bind('lin', 'main', 'inquiry'))
    expect(projectionOf(office.env, office.case).waitsFor).not.toContain('role:agency-head')
    expect(sentence(office.decideException('wu', 'main', 'inquiry', true))).toContain('没有等待审批')
  })
})

describe('a recording that was bound by mistake', () => {
  const bound = () => {
    const office = owing()
    done(office.bind('lin', 'main', 'inquiry', { id: 'rec-a' }))
    return office
  }

  test('is taken off, with the reason in the history, and what it had settled is owed again', () => {
    const office = bound()
    expect(sceneDebts(office.case)).toEqual([])
    done(office.unbind('lin', 'main', 'inquiry', 'rec-a'))
    expect(sceneDebts(office.case)).toHaveLength(1)
    expect(gatesOf(report(office))).toEqual(['recording-bound'])
    expect(told(office).at(-1)).toBe('解除音像记录的绑定：询问，绑错了，是另一件案件的')
    expect(office.events.map(({ type }) => type)).toContain('recording-bound')
    expect(office.refold()).toEqual(office.case)
  })

  test('may be bound again, and then counts from then', () => {
    const office = bound()
    done(office.unbind('lin', 'main', 'inquiry', 'rec-a'))
    done(office.bind('lin', 'main', 'inquiry', { id: 'rec-a' }))
    done(report(office))
    office.agreeAll('zheng')
    expect(leftUnrecorded(office.events)).toEqual([])
  })

  test('is missed by the second opinion too', () => {
    const office = bound()
    done(report(office))
    office.agreeAll('zheng')
    const last = office.events.findLast(({ type }) => type === 'recording-bound')
    const said = { recording: 'rec-a', run: 'main', scene: 'inquiry', boundSeq: last?.seq ?? 0, reason: '绑错了案件' }
    const index = office.events.indexOf(last as never)
    const forged = office.events.toSpliced(index + 1, 0, { ...last, type: 'recording-unbound', ...said } as never)
    expect(leftUnrecorded(forged)).toEqual(['report left inquiry of inquire behind'])
  })

  test.each<readonly [string, (office: LawOffice) => Decision, string]>([
    ['what is not bound', (office) => office.unbind('lin', 'main', 'inquiry', 'rec-b'), '没有绑定在“询问”'],
    ['without a reason', (office) => office.unbind('lin', 'main', 'inquiry', 'rec-a', '错'), '原因应为 5 至 500 个字'],
    ['by a stranger', (office) => office.unbind('xin', 'main', 'inquiry', 'rec-a'), '由本案承办人员办理'],
  ])('%s is not taken off', (_title, unbind, says) => expect(sentence(unbind(bound()))).toContain(says))

  test('stays while evidence of the case has been taken from it', () => {
    const office = bound()
    const exhibit = { ...steps.EVIDENCE, id: 'evidence-x', title: '录像截取', exhibit: { recording: 'rec-a' } }
    office.state = { ...office.case, evidence: [...office.case.evidence, exhibit] }
    expect(sentence(office.unbind('lin', 'main', 'inquiry', 'rec-a'))).toContain('证据“录像截取”出自这份音像记录')
    done(office.bind('lin', 'main', 'on-site-inspection', { id: 'rec-a' }))
    done(office.unbind('lin', 'main', 'inquiry', 'rec-a'))
  })
})
