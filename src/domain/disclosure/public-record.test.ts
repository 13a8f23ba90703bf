import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState, Party } from '#domain/case/state.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { COMPANY, LawOffice, VIOLATION } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { penalise, reachThree, spare, THREE } from '../../../tests/support/several-parties.ts'
import { publicRecordOf } from './public-record.ts'

const REMEDY = '如不服本行政处罚决定，可以自收到本决定书之日起六十日内向南屏市青石区人民政府申请行政复议。'

function decided(party: Partial<Party> = {}, isDelivered = true): CaseState {
  const office = new LawOffice()
  steps.fileCase(office)
  steps.investigate(office)
  steps.notify(office, {
    case: {
      'facts-found':
        '青石味来餐饮管理有限公司的王大明（电话13800001234）在青石区云台路18号经营超过保质期的调味品 6 瓶，赵某某在场，见证人孙九儿。',
    },
    violation: { 'violation-1': { fine: '5000', warning: true } },
  })
  steps.waive(office)
  steps.reconsider(office)
  steps.draft(office)
  steps.decidePenalty(office)
  if (isDelivered) steps.deliverAll(office)
  return { ...office.case, parties: [{ ...COMPANY, ...party }] }
}

function recordOf(state: CaseState, today = '2026-06-02') {
  const documentId = state.documents.findLast((doc) => doc.code === 'penalty-decision')?.id ?? ''
  return publicRecordOf({
    state,
    procedures: PROCEDURES,
    documentId,
    agencyName: '青石区市场监督管理局',
    remedy: REMEDY,
    dueOn: plainDate('2026-06-10'),
    today: plainDate(today),
  })
}

describe('the public record of a decision', () => {
  it('says who, what, why, how much, how it was decided and what can be done', () => {
    const answer = recordOf(decided())
    if (!answer.ok) throw new Error(answer.reason)
    const { record } = answer
    expect(record).toMatchObject({
      title: '某某案',
      kind: '行政处罚（普通程序）',
      documentTitle: '行政处罚决定书',
      agencyName: '青石区市场监督管理局',
      parties: [{ name: COMPANY.name, code: COMPANY.code }],
      causes: [VIOLATION.cause],
      sanctions: ['警告', '罚款 5,000.00 元'],
      fineFen: 500_000,
      bases: ['《食品安全法》第三十四条', '《食品安全法》第一百二十四条'],
      remedy: REMEDY,
      disclosedOn: '2026-06-02',
      dueOn: '2026-06-10',
    })
    expect(record.steps.map((step) => step.title)).not.toContain('转入决定')
    expect(record.steps.map((step) => step.title)).toContain('立案')
    expect(record.steps.at(-1)).toEqual({ title: '送达', on: '2026-06-01' })
  })

  it('holds no fact that is classed for officials or handlers, and no number, home or official', () => {
    const answer = recordOf(decided())
    const text = JSON.stringify(answer.ok && answer.record)
    for (const secret of [
      '检查发现货架',
      '问：',
      '询问室',
      '事实清楚，证据充分',
      '13800001234',
      '云台路18号',
      '"lin"',
      '林一',
      COMPANY.phone,
    ]) {
      expect(text).not.toContain(secret)
    }
    expect(text).toContain('138****1234')
  })

  it('names a natural person by surname and mark, without any code, and the same way throughout', () => {
    const person = {
      kind: 'person',
      name: '王大明',
      code: '91990102MA00000001',
      idNumber: '11010519491231002X',
      address: '青石区石桥镇5组',
    } as const
    const state = decided(person)
    const answer = recordOf({ ...state, name: '王大明经营超过保质期食品案' })
    if (!answer.ok) throw new Error(answer.reason)
    expect(answer.record.parties).toEqual([{ name: '王某某' }])
    expect(answer.record.title).toBe('王某某经营超过保质期食品案')
    expect(JSON.stringify(answer.record)).not.toMatch(/王大明|11010519491231002X|石桥镇|91990102MA00000001/)
  })

  it('a trader registered under their own name is a person, one with a shop name keeps it', () => {
    const trader = {
      kind: 'self-employed',
      code: '92990102MA00000002',
      legalRepresentative: '王大明',
      idNumber: '11010519491231002X',
    } as const
    const own = recordOf(decided({ ...trader, name: '王大明' }))
    const shop = recordOf(decided({ ...trader, name: '青石区大明小吃店' }))
    expect(own.ok && own.record.parties).toEqual([{ name: '王某某' }])
    expect(shop.ok && shop.record.parties).toEqual([{ name: '青石区大明小吃店', code: '92990102MA00000002' }])
    expect(JSON.stringify(shop.ok && shop.record)).not.toContain('王大明')
  })
})

describe('people who are no party', () => {
  it('a witness whom the case names in a fact for its handlers is not named in the facts that are published', () => {
    const state = decided()
    const runs = state.runs.map((run) => {
      const named = { ...run.facts.case, 'scene-witness': '孙九儿（邻居）' }
      return run.id === 'main' ? { ...run, facts: { ...run.facts, case: named } } : run
    })
    const shown = recordOf({ ...state, runs })
    expect(shown.ok && JSON.stringify(shown.record)).not.toMatch(/孙九儿|孙某/)
    expect(shown.ok && JSON.stringify(shown.record)).toContain('见证人某某')
  })
})

describe('what is not published', () => {
  it('a decision that has not been delivered waits', () => {
    expect(recordOf(decided({}, false))).toMatchObject({ ok: false, when: 'later' })
  })

  it('a delivery that takes effect tomorrow waits until tomorrow', () => {
    expect(recordOf(decided(), '2026-05-31')).toMatchObject({ ok: false, when: 'later' })
  })

  it('a party who was a child when it happened is never shown, also when grown up since', () => {
    const child = { kind: 'person', name: '王小小', bornOn: plainDate('2008-05-28') } as const
    expect(recordOf(decided(child))).toMatchObject({
      ok: false,
      when: 'never',
      basis: '《未成年人保护法》第一百零三条',
    })
    expect(recordOf(decided({ ...child, bornOn: plainDate('2008-05-27') }))).toMatchObject({ ok: true })
  })

  it('a person of unknown age waits until somebody says how old they are', () => {
    expect(recordOf(decided({ kind: 'person', name: '王大明' }))).toMatchObject({ ok: false, when: 'ask' })
  })

  it('one of several parties without the decision holds up all', () => {
    const state = decided()
    const document = state.documents.findLast((doc) => doc.code === 'penalty-decision')
    if (!document) throw new Error('no decision')
    const other = { ...document, id: 'other', party: 'party-2' }
    expect(recordOf({ ...state, documents: [other, ...state.documents] })).toMatchObject({ ok: false, when: 'later' })
  })

  it('a voided decision is not published', () => {
    const state = decided()
    const documents = state.documents.map((doc) => ({ ...doc, voided: '复议撤销' }))
    expect(recordOf({ ...state, documents })).toMatchObject({ ok: false, when: 'never' })
  })

  it('does not name who was spared in the same case, a company no more than a person', () => {
    const office = reachThree(new LawOffice())
    penalise(office)
    spare(office, 'spare-first')
    spare(office, 'spare-not-established')
    steps.deliverAll(office)
    const spared = THREE.filter(({ id }) => id !== COMPANY.id).map(({ name }) => name)
    const answer = recordOf({ ...office.case, name: `${COMPANY.name}、${spared.join('、')}案` })
    if (!answer.ok) throw new Error(answer.reason)
    expect(answer.record.parties.map(({ name }) => name)).toEqual([COMPANY.name])
    for (const name of spared) expect(JSON.stringify(answer.record)).not.toContain(name)
    expect(answer.record.title).toContain(COMPANY.name)
  })
})
