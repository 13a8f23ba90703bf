import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice, PEOPLE } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { listEntry } from '../../../tests/support/recording-lists.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { WORDS_ARE_ENOUGH } from '../recording/scene-basis.ts'
import type { RawSceneWords } from './command.ts'
import { decideExplanation } from './explain-scene.ts'
import { projectionOf } from './projection.ts'
import { sceneCourse } from './scene-course.ts'
import { isOverdue, sceneDebts } from './scene-debts.ts'
import { timelineOf } from './timeline.ts'

const MUST = { recordingList: [listEntry('inquiry')] }

function investigating(options = {}): LawOffice {
  return steps.reach(new LawOffice(options), 'investigation')
}
const inquire = (office: LawOffice, scenes?: RawSceneWords) =>
  office.take('lin', 'inquire', steps.inquiry(office), [], scenes)
const sentences = (decision: ReturnType<typeof inquire>) =>
  decision.ok ? [] : decision.refusals.map(({ sentence }) => sentence)

describe('what is recorded as the circumstances ask for it', () => {
  test('is not passed over in silence: somebody says that it was recorded, or why not', () => {
    const refused = inquire(investigating(), {})
    expect(gatesOf(refused)).toEqual(['scene-word'])
    expect(sentences(refused)[0]).toContain('没有录制的，请写明原因')
    expect(refused.ok ? '' : refused.refusals[0]).toMatchObject({
      field: 'scenes/inquiry',
      basis: expect.stringContaining('118号'),
    })
  })

  test.each([
    ['four letters', '没有录像', ['scene-word']],
    ['blanks', '          ', ['scene-word']],
    ['five letters', '设备没有电', []],
    ['five hundred letters', '字'.repeat(500), []],
    ['more than that', '字'.repeat(501), ['scene-word']],
  ])('a reason of %s', (_title, reason, gates) =>
    expect(gatesOf(inquire(investigating(), { inquiry: { reason } }))).toEqual(gates),
  )

  test('a recording that is bound before the act needs no word', () => {
    const office = investigating()
    done(office.bind('lin', 'main', 'inquiry', { medium: 'audio' }))
    expect(gatesOf(inquire(office, {}))).toEqual([])
    expect(sceneDebts(office.case)).toEqual([])
  })

  test('but it shows that act only: the next talk needs a word of its own', () => {
    const office = investigating()
    done(office.bind('lin', 'main', 'inquiry'))
    done(inquire(office, {}))
    expect(gatesOf(inquire(office, {}))).toEqual(['scene-word'])
  })

  test('the reason stands in the history', () => {
    const office = investigating()
    done(inquire(office, { inquiry: { reason: WORDS_ARE_ENOUGH } }))
    const told = timelineOf(office.env.procedures, office.case, office.events).map(({ sentence }) => sentence)
    expect(told).toContain(`制作询问笔录；“询问”没有音像记录：${WORDS_ARE_ENOUGH}`)
  })

  test('a recording that was promised is owed within 24 hours of the end of the act, and holds nothing back', () => {
    const office = investigating()
    done(inquire(office, { inquiry: { follows: true } }))
    const [debt] = sceneDebts(office.case)
    expect(debt).toMatchObject({ scene: 'inquiry', duty: 'as-needed', dueAt: '2026-06-02T02:00:00.000Z' })
    expect(debt && isOverdue(debt, '2026-06-02T02:00:00.000Z')).toBe(false)
    expect(debt && isOverdue(debt, '2026-06-02T02:00:00.001Z')).toBe(true)
    done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
    done(office.take('lin', 'report', { case: steps.REPORT }))
  })

  test('a promise that cannot be kept is explained, once', () => {
    const office = investigating()
    done(inquire(office, { inquiry: { follows: true } }))
    done(office.explain('lin', 'main', 'inquiry', '记录仪存储卡损坏，没有录上'))
    expect(sceneDebts(office.case)).toEqual([])
    expect(gatesOf(office.explain('lin', 'main', 'inquiry', '记录仪存储卡损坏，没有录上'))).toEqual(['scene-word'])
    expect(office.refold()).toEqual(office.case)
  })

  test('an act says nothing of scenes that it does not show', () => {
    const office = investigating()
    const words = { inquiry: { reason: WORDS_ARE_ENOUGH }, seizure: { reason: WORDS_ARE_ENOUGH } }
    expect(gatesOf(inquire(office, words))).toEqual(['input'])
    expect(gatesOf(inquire(office, { ...words, constructor: { reason: WORDS_ARE_ENOUGH } } as never))).toEqual([
      'input',
      'input',
    ])
  })
})

describe('what must be recorded from beginning to end', () => {
  test('is done on the spot without waiting for the recording', () => {
    expect(gatesOf(inquire(investigating(MUST), {}))).toEqual([])
  })

  test('is not explained away, neither with the act nor later', () => {
    const office = investigating(MUST)
    expect(sentences(inquire(office, { inquiry: { reason: WORDS_ARE_ENOUGH } }))[0]).toContain('不能以说明代替')
    done(inquire(office, {}))
    expect(gatesOf(office.explain('lin', 'main', 'inquiry', '记录仪存储卡损坏'))).toEqual(['scene-word'])
  })

  test('closes every step that leaves the stage, and the offer says why before anybody tries', () => {
    const office = investigating(MUST)
    done(inquire(office, {}))
    done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
    const course = sceneCourse(office.env, office.case).find(({ scene }) => scene === 'inquiry')
    expect(course?.acts.map(({ state }) => state)).toEqual(['owed'])
    const refused = office.take('lin', 'report', { case: steps.REPORT })
    expect(sentences(refused)).toEqual(['“询问”应当全程音像记录，还没有绑定录像或者录音；请先在“音像”页绑定'])
    expect(gatesOf(office.take('lin', 'propose-transfer', { case: { 'crime-reason': '涉嫌犯罪' } }))).toEqual([
      'recording-bound',
    ])
  })

  test('stands in the worklist until the recording is bound, by its own day', () => {
    const office = investigating(MUST)
    done(inquire(office, {}))
    expect(projectionOf(office.env, office.case)).toMatchObject({
      dueOn: '2026-06-02',
      dueClock: '询问的音像归集',
    })
    done(office.bind('lin', 'main', 'inquiry'))
    expect(projectionOf(office.env, office.case).dueClock).not.toContain('音像')
  })

  test('of two talks the recording that was bound before the first does not show the second', () => {
    const office = investigating(MUST)
    done(office.bind('lin', 'main', 'inquiry'))
    done(inquire(office, {}))
    done(inquire(office, {}))
    expect(sceneDebts(office.case)).toHaveLength(1)
    done(office.bind('lin', 'main', 'inquiry'))
    expect(sceneDebts(office.case)).toEqual([])
  })

  test('stays must for an act that was done under the list, whatever the list says later', () => {
    const relaxed = listEntry('inquiry', { duty: 'as-needed', effectiveOn: plainDate('2026-06-02') })
    const office = investigating({ recordingList: [listEntry('inquiry'), relaxed] })
    done(inquire(office, {}))
    office.on('2026-06-03')
    expect(sceneDebts(office.case)[0]?.duty).toBe('must')
    expect(gatesOf(inquire(office, {}))).toEqual(['scene-word'])
  })
})

describe('a paper that is left behind', () => {
  const left = (facts: Record<string, unknown>) => {
    const office = new LawOffice()
    steps.issueNotice(steps.reach(office, 'notice'))
    steps.deliverAll(office, { method: '留置送达', 'delivery-note': '当事人拒绝签收', ...facts })
    return office
  }

  test('without a witness is proved by a recording, which therefore must be bound', () => {
    const office = left({ 'is-recorded': true, 'received-by': '' })
    expect(sceneDebts(office.case)).toMatchObject([{ scene: 'delivery-by-leaving', duty: 'must' }])
    steps.waive(office)
    const next = () => office.take('lin', 'reconsider', { party: steps.ofEveryParty(office, { heard: '放弃。' }) })
    expect(gatesOf(next())).toEqual(['recording-bound'])
    done(office.bind('lin', office.child('delivery').id, 'delivery-by-leaving', { medium: 'photo' }))
    done(next())
  })

  test('before a witness needs a word only', () => expect(sceneDebts(left({ witness: '居委会李某' }).case)).toEqual([]))
})

describe('binding a recording', () => {
  test.each<readonly [string, (office: LawOffice) => ReturnType<typeof inquire>, string, string]>([
    ['a photo of a talk', (o) => o.bind('lin', 'main', 'inquiry', { medium: 'photo' }), 'recording', '这一份是照片'],
    [
      'to a scene of another procedure',
      (o) => o.bind('lin', 'main', 'hearing'),
      'scene',
      '没有“举行听证”这个音像记录环节',
    ],
    ['to a scene that nobody knows', (o) => o.bind('lin', 'main', 'constructor' as never), 'scene', 'constructor'],
    ['to a run that is not there', (o) => o.bind('lin', 'nowhere', 'inquiry'), 'stale', '本案没有这个程序'],
    ['by somebody who does not handle the case', (o) => o.bind('xin', 'main', 'inquiry'), 'role', '由本案承办人员办理'],
    ['by somebody of another agency', (o) => o.bind('other', 'main', 'inquiry'), 'other-agency', '不是本机关的案件'],
  ])('%s is refused with a sentence', (_title, bind, gate, says) => {
    const decision = bind(investigating())
    expect(gatesOf(decision)).toEqual([gate])
    expect(sentences(decision)[0]).toContain(says)
  })

  test('once to one scene; the same recording may show another scene as well', () => {
    const office = investigating()
    done(office.bind('lin', 'main', 'inquiry', { id: 'rec-a' }))
    expect(sentences(office.bind('lin', 'main', 'inquiry', { id: 'rec-a' }))[0]).toContain('已经绑定')
    done(office.bind('lin', 'main', 'on-site-inspection', { id: 'rec-a' }))
    expect(office.case.recordings).toHaveLength(2)
  })

  test('nothing is bound to a case that is over', () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    done(office.take('lin', 'refuse-filing', { case: { 'no-filing-reason': '没有违法事实' } }))
    office.agreeAll('zheng', 'wu')
    expect(sentences(office.bind('lin', 'main', 'inquiry'))).toEqual(['案件已经办结，不能再绑定音像记录'])
  })

  test('a clerk binds what shows the delivery that a clerk may make, and nothing of the talks', () => {
    const office = steps.reach(new LawOffice(), 'statement')
    const delivery = office.child('delivery').id
    done(office.bind('chuang', delivery, 'delivery-by-leaving', { medium: 'photo' }))
    expect(gatesOf(office.bind('chuang', 'main', 'inquiry'))).toEqual(['role'])
  })

  test('a case from before there were recordings is folded as it was', () => {
    const office = steps.reach(new LawOffice(), 'statement')
    const bare = office.events.map((event) => {
      const { scenes: _scenes, ...rest } = event as { scenes?: unknown } & typeof event
      return rest as typeof event
    })
    const old = new LawOffice()
    old.events = bare
    const state = old.refold()
    expect(JSON.stringify(state)).not.toMatch(/"scenes"|"recordings"/)
    expect(state && sceneDebts(state)).toEqual([])
    expect(
      state && decideExplanation(office.env, state, { run: 'main', scene: 'inquiry', reason: '没有录' }, PEOPLE.lin).ok,
    ).toBe(false)
  })
})
