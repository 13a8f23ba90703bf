import { describe, expect, test } from 'vitest'
import * as dispute from '../../../tests/support/dispute-steps.ts'
import { LawOffice } from '../../../tests/support/law-office.ts'
import { reach } from '../../../tests/support/penalty-steps.ts'
import { rootRun } from '../case/state.ts'
import { ANSWER_PARTS, answerPackOf } from './answer-pack.ts'
import { competenceOf, contestedCaseId } from './competence.ts'

const origin = reach(new LawOffice(), 'performance').case
const answered = dispute.answered(new LawOffice()).case
const pack = answerPackOf({ dispute: answered, origin }) ?? []
const titles = (part: number) => pack.filter((item) => item.part === part).map(({ title }) => title)

describe('what is handed in to the reviewing body or the court', () => {
  test('is not there before the answer', () => {
    const notified = dispute.notified(new LawOffice()).case
    expect(answerPackOf({ dispute: notified, origin })).toBeUndefined()
  })

  test('begins with the answer, then who the agency is, then what it decided and when the party had it', () => {
    expect(titles(0)).toEqual(['行政复议答复书'])
    expect(titles(1)).toEqual(['行政执法主体资格和职权依据说明'])
    expect(titles(2)).toEqual(['行政处罚决定书', '送达回证（行政处罚决定书）'])
    expect(pack.map(({ part }) => part)).toEqual(pack.map(({ part }) => part).toSorted())
    expect(ANSWER_PARTS[3]).toBe('证据')
  })

  test('lists every piece of evidence with what it proves', () => {
    const proved = pack.filter(({ part }) => part === 3)
    expect(proved.map(({ title }) => title)).toEqual(origin.evidence.map(({ title }) => title))
    expect(proved.every(({ proves }) => proves !== undefined && proves !== '')).toBe(true)
  })

  test('has the papers of the procedure, and none of the office alone', () => {
    expect(titles(4)).toEqual(expect.arrayContaining(['立案审批表', '询问笔录', '行政处罚告知书']))
    const [paper] = origin.documents
    if (!paper) throw new Error('the case has no papers')
    const within = ['closure-approval', 'report-reply'].map((code) => ({ ...paper, id: code, code }))
    const closed = { ...origin, documents: [...origin.documents, ...within] }
    const all = (answerPackOf({ dispute: answered, origin: closed }) ?? []).map(({ title }) => title)
    expect(all.length).toBe(pack.length)
    expect(all).not.toContain('结案审批表')
  })

  test('keeps what was typed in as the list of rules and other material', () => {
    expect(titles(5)).toEqual(dispute.DEFENCE['defence-materials'].split('\n'))
  })

  test('tells by which rules the agency acted', () => {
    const agency = { name: '某局', word: '', address: '', phone: '', uscc: '', reviewBody: '', court: '' }
    const register = {
      nature: 'statutory',
      regionName: '青石区',
      qualifiedFromOn: '2020-01-01',
      qualifiedUntilOn: null,
    }
    const { rows } = competenceOf(agency, register as never, origin)
    expect(rows).toContainEqual({ label: '作出行政行为的依据', text: origin.violations[0]?.basisPenalty })
    expect(rows).toContainEqual({ label: '主体性质', text: '法定行政机关' })
  })

  test('comes from the case whose act is contested, also when a lawsuit follows a review', () => {
    const from = { kind: 'case', id: origin.id, title: origin.name } as const
    const review = { ...answered, origin: from }
    const suit = { ...answered, origin: { ...from, id: review.id } }
    expect(rootRun(review).facts.case.contested).toBeDefined()
    expect(contestedCaseId(review, origin)).toBe(origin.id)
    expect(contestedCaseId(suit, review)).toBe(origin.id)
  })
})
