import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LETTERHEAD, plainWords } from '../../../../tests/support/filled-documents.ts'
import { LawOffice } from '../../../../tests/support/law-office.ts'
import { apply } from '../../../../tests/support/licence-steps.ts'
import { deliverAll, issueNotice, openPenalty, reach } from '../../../../tests/support/penalty-steps.ts'
import { type Facts, type FactValue, type Run, rootRun } from '../../case/state.ts'
import type { DocumentData } from '../merge-data.ts'
import { DOCUMENT_KINDS } from '../registry.ts'
import { fillByFields } from './fill-by-fields.ts'
import { fillDocument } from './fill-document.ts'
import { FILLERS } from './fillers.ts'
import { fillingOf } from './filling.ts'
import { officersOf } from './people-blocks.ts'
import { dialogueOf } from './wording.ts'

const penalty = opened((office) => openPenalty(office))
const licence = opened(apply)

function opened(open: (office: LawOffice) => void): LawOffice {
  const office = new LawOffice()
  open(office)
  return office
}

const procedures = [...penalty.env.procedures.values()]
const names = [...new Set(procedures.flatMap((procedure) => Object.keys(procedure.facts)))]
const value: fc.Arbitrary<FactValue> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('2026-06-01', '2026-02-30', '2026-06-01T01:00:00.000Z', '问：甲\n答：乙', '：', '无', ''),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.constantFrom('lin', 'nobody', ''), { maxLength: 3 }),
)
const values = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 40 })
const facts: fc.Arbitrary<Facts> = fc.record({
  case: values,
  party: fc.dictionary(fc.constantFrom('party-1', 'stranger'), values),
  violation: fc.dictionary(fc.constantFrom('violation-1', 'stranger'), values),
})

/** A preview for the first party. */
function draftOf(office: LawOffice, code: string): DocumentData {
  const { env, case: state } = office
  const document = { id: 'doc', code, issuedOn: office.today, party: 'party-1' }
  return fillDocument({ env, state, run: rootRun(state), document, agency: LETTERHEAD, isDraft: true })
}

type Scene = { readonly office: LawOffice; readonly facts: Facts; readonly code: string; readonly procedure: string }
const scene: fc.Arbitrary<Scene> = fc.record({
  office: fc.constantFrom(penalty, licence),
  facts,
  code: fc.constantFrom(...DOCUMENT_KINDS.map((kind) => kind.code), 'unknown-kind'),
  procedure: fc.constantFrom(...procedures.map((item) => item.code)),
})

function inputOf({ office, facts, code, procedure }: Scene, isDraft: boolean) {
  const { env, case: state } = office
  const definition = procedures.find((item) => item.code === procedure)
  const main = rootRun(state)
  if (!definition) throw new Error(`no procedure ${procedure}`)
  const child: Run = { ...main, id: 'child', parent: 'main', procedure, version: definition.version, facts }
  const runs = [{ ...main, facts }, child]
  const document = { id: 'doc', code, issuedOn: office.today, party: 'party-1' }
  return { env, state: { ...state, runs }, run: child, document, agency: LETTERHEAD, isDraft }
}

describe('a paper filled before all is known', () => {
  test('never fails, whatever part of the facts is there, and answers plain JSON', () => {
    fc.assert(
      fc.property(scene, fc.boolean(), (one, isDraft) => {
        const data = fillDocument(inputOf(one, isDraft))
        expect(JSON.parse(JSON.stringify(data))).toEqual(data)
        expect(data.document.isDraft).toBe(isDraft || undefined)
        if (FILLERS[one.code] === fillByFields) expect(data.rows.every((row) => row.text !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('leaves out the amounts that are not there and lines to sign for who has not agreed', () => {
    const data = draftOf(penalty, 'filing-approval')
    expect(data.approvals.map(({ role, name }) => [role, name])).toEqual([
      ['承办人意见', undefined],
      ['承办机构负责人意见', undefined],
      ['机关负责人审批意见', undefined],
    ])
  })
})

test('a decision drafted before its notice is delivered does not claim that it was', () => {
  const office = reach(new LawOffice(), 'notice')
  issueNotice(office)
  const claims = () => plainWords(draftOf(office, 'penalty-decision')).includes('本机关向当事人送达')
  expect(claims()).toBe(false)
  deliverAll(office)
  expect(claims()).toBe(true)
})

test('a certificate that has run out is not printed', () => {
  const office = opened((one) => openPenalty(one))
  const { env, case: state } = office
  const document = { id: 'doc', code: 'filing-approval', issuedOn: office.today }
  const filling = fillingOf({ env, state, run: rootRun(state), document, agency: LETTERHEAD })
  expect(officersOf(filling, ['lin', 'expired'])).toEqual([
    { name: '林一', certificate: 'CERT-lin' },
    { name: '钱过期', certificate: '' },
  ])
})

test('questions and answers become turns; what was told before them stands first', () => {
  expect(dialogueOf('告知：你有权申请回避。\n问：何时购进？\n答：四月。\n没有看日期。')).toEqual({
    opening: ['你有权申请回避。'],
    turns: [
      { speaker: '问', text: '何时购进？' },
      { speaker: '答', text: '四月。没有看日期。' },
    ],
  })
})

describe('a kind without a filler of its own', () => {
  test('every kind with a template of its own has one', () => {
    const own = DOCUMENT_KINDS.filter((kind) => kind.template !== 'listed').map((kind) => kind.code)
    // A trail is made of the audit and the numbers of a volume of its plan, not of a case.
    expect(own.filter((code) => !FILLERS[code])).toEqual(['operation-trail', 'volume-pages'])
  })

  test('prints its own fields and nothing else of the case; the body that reviews is that of the agency', () => {
    const { env, case: state } = penalty
    const listed = DOCUMENT_KINDS.filter(({ template, header }) => template === 'listed' && header === 'red')
    for (const { code, fields = [], per } of listed) {
      const document = { id: 'doc', code, issuedOn: penalty.today, ...(per === 'party' && { party: 'party-1' }) }
      const data = fillDocument({ env, state, run: rootRun(state), agency: LETTERHEAD, document })
      expect(fields, code).toEqual(expect.arrayContaining(data.rows.map(({ label }) => label)))
      expect([data.sections, data.facts], code).toEqual([[], {}])
    }
    const document = { id: 'doc', code: 'review-answer', issuedOn: penalty.today }
    const answer = fillDocument({ env, state, run: rootRun(state), agency: LETTERHEAD, document })
    expect(answer.letter?.addressee).toBe(LETTERHEAD.reviewBody)
  })
})
