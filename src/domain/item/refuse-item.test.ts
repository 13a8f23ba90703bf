import { describe, expect, test } from 'vitest'
import * as inspection from '../../../tests/support/inspection-steps.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../../tests/support/law-office.ts'
import { AGENCY } from '../../../tests/support/office-people.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseState } from '../case/state.ts'
import { type AgencyCatalogue, ITEM_KINDS } from './item.ts'

type Listed = NonNullable<AgencyCatalogue['item']>

const ITEM: Listed = {
  id: 'item-2',
  agency: AGENCY,
  code: 'JC-001',
  version: 2,
  name: '食品经营场所食品安全检查',
  kind: '行政检查',
  basis: '《食品安全法》第一百一十条、《食品安全法》第一百一十四条',
  level: '县级',
  publishedOn: plainDate('2025-02-01'),
  fromOn: plainDate('2025-02-01'),
  untilOn: null,
  standing: 'item-2',
}
const { item: _, 'item-basis': __, ...BESIDE } = inspection.TASK

function officeWith(more: Partial<Listed> = {}): LawOffice {
  const office = new LawOffice()
  office.catalogue = { isKept: true, item: { ...ITEM, ...more } }
  return office
}
const open = (office: LawOffice, facts: Record<string, unknown> = BESIDE) =>
  office.open('inspection', 'lin', { case: facts })
const begun = (office: LawOffice): CaseState => {
  done(open(office))
  return office.case
}

describe('a case under an item of the agency’s list', () => {
  test('keeps the item in its version, with its name and every article, and knows that it is published', () => {
    const { item, runs } = begun(officeWith())
    expect(item).toEqual({
      id: 'item-2',
      code: 'JC-001',
      version: 2,
      name: ITEM.name,
      kind: '行政检查',
      basis: ITEM.basis,
    })
    expect(runs[0]?.facts.case).toMatchObject({ item: ITEM.name, 'item-basis': ITEM.basis, 'item-published': true })
  })

  test('does not take another name or basis than those of the list', () => {
    const decision = open(officeWith(), inspection.TASK)
    expect(decision.ok ? [] : decision.refusals.map(({ sentence }) => sentence)).toEqual([
      '这一步不填“检查事项”',
      '这一步不填“检查依据”',
    ])
  })

  test.each<[string, Partial<Listed>, string, string]>([
    ['another agency', { agency: 'other' }, 'item-agency', '国办发〔2024〕54号'],
    ['another kind', { kind: '行政许可' }, 'item-kind', '国办发〔2024〕54号'],
    ['an older version', { standing: 'item-3' }, 'item-version', '国办发〔2024〕54号'],
    ['one that is not published', { publishedOn: null }, 'item-listed', '国办发〔2024〕54号'],
    ['one that will be published', { publishedOn: plainDate('2026-06-02') }, 'item-listed', '国办发〔2024〕54号'],
    ['one that does not hold yet', { fromOn: plainDate('2026-06-02') }, 'item-listed', '国办发〔2024〕54号'],
    ['one that holds no more', { untilOn: plainDate('2026-05-31') }, 'item-listed', '国办发〔2024〕54号'],
  ])('is refused for %s, with its article', (_title, more, gate, basis) => {
    const decision = open(officeWith(more))
    expect(gatesOf(decision)).toEqual([gate])
    expect(decision.ok ? '' : decision.refusals[0]?.basis).toContain(basis)
  })

  test('holds on the first and on the last day of the item', () => {
    const day = plainDate('2026-06-01')
    begun(officeWith({ fromOn: day, publishedOn: day, untilOn: day }))
  })

  test('of a licence cites the law of licences', () => {
    const office = officeWith({ kind: '行政许可', agency: 'other' })
    const facts = { application: '申请', materials: '申请书' }
    const decision = office.open('licence', 'chuang', { case: facts })
    expect(decision.ok ? '' : decision.refusals[0]?.basis).toBe('《行政许可法》第二十二条')
  })

  test('is asked again when it is to be approved: an item taken from the list meanwhile is not enforced', () => {
    const office = officeWith()
    begun(office)
    office.catalogue = { isKept: true, item: { ...ITEM, untilOn: plainDate('2026-05-31') } }
    expect(gatesOf(office.take('lin', 'ask', inspection.planned(office)))).toEqual(['item-published'])
  })
})

describe('an item that is typed in', () => {
  test('is refused where the agency has a list of this kind', () => {
    const office = new LawOffice()
    office.catalogue = { isKept: true }
    expect(gatesOf(open(office, inspection.TASK))).toContain('item-chosen')
    expect(gatesOf(open(office))).toEqual(['item-chosen'])
  })

  test('is taken where it has none yet, and the case names no item', () => {
    const office = new LawOffice()
    office.catalogue = { isKept: false }
    done(open(office, inspection.TASK))
    expect(office.case.item).toBeUndefined()
  })

  test('is refused without a list, too, where the place has so ruled', () => {
    const office = new LawOffice({ parameters: valuesWith({ 'items.typed-without-list': false }) })
    office.catalogue = { isKept: false }
    expect(gatesOf(open(office, inspection.TASK))).toEqual(['item-chosen'])
  })
})

test('every kind of enforcement has items, and a clue is none', () => {
  expect(ITEM_KINDS).toHaveLength(12)
  expect(ITEM_KINDS).not.toContain('线索')
})
