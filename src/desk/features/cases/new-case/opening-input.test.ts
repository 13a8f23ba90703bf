import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Item } from '#domain/item/item.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { inspection } from '#procedures/inspection.ts'
import { licence } from '#procedures/licence.ts'
import { penaltyOrdinary } from '#procedures/penalty-ordinary.ts'
import { type Opening, openingInput, openingSections, suggestedName } from './opening-input.ts'

/** Asks at the opening for a fact of each violation. */
const asksOfActs: AnyProcedure = {
  ...penaltyOrdinary,
  opening: { ...penaltyOrdinary.opening, asks: ['source', 'act-ended-on'] },
} as AnyProcedure

const ITEM: Item = {
  id: 'i-1',
  agency: 'a-1',
  code: 'JC-001',
  version: 1,
  name: '食品安全检查',
  kind: '行政检查',
  basis: '《食品安全法》第一百一十条',
  level: '县级',
  publishedOn: null,
  fromOn: plainDate('2026-01-01'),
  untilOn: null,
}
const opening: Opening = {
  name: ' 南屏甲店经营过期食品案 ',
  parties: [{ id: 'p1', name: '南屏甲店' }],
  violations: [
    { party: 'p1', cause: '经营过期食品' },
    { party: 'p1', cause: '未公示证照' },
  ],
  handlers: ['h1', 'h2'],
  values: { source: '投诉', 'act-ended-on@1': '2026-05-28' },
}

describe('a case that is being opened', () => {
  it('asks for the facts of each violation by its place in the list', () => {
    const pointers = openingSections(asksOfActs, opening).flatMap(({ fields }) => fields.map(({ pointer }) => pointer))
    expect(pointers).toEqual(expect.arrayContaining(['source', 'act-ended-on@0', 'act-ended-on@1']))
  })
  it('is sent with trimmed name, its facts in their places and nothing for blank fields', () => {
    const input = openingInput(asksOfActs, opening)
    expect(input.name).toBe('南屏甲店经营过期食品案')
    expect(input.facts).toEqual({
      case: { source: '投诉' },
      party: {},
      violation: { 1: { 'act-ended-on': '2026-05-28' } },
    })
  })
  it('does not ask for what an item of the list brings, nor where there is a list to choose from', () => {
    const asked = (more: Partial<Opening>, isKept: boolean) =>
      openingSections(inspection, { ...opening, violations: [], ...more }, isKept)
        .flatMap(({ fields }) => fields.map(({ name }) => name))
        .filter((name) => name.startsWith('item'))
    expect(asked({}, false)).toEqual(['item', 'item-basis'])
    expect(asked({}, true)).toEqual([])
    expect(asked({ item: ITEM }, false)).toEqual([])
    const typed = { ...opening, violations: [], item: ITEM, values: { item: '别的事项' } }
    expect(openingInput(inspection, typed)).toMatchObject({ item: 'i-1', facts: { case: {} } })
    expect(suggestedName(inspection, typed)).toBe('南屏甲店食品安全检查案')
  })
  it('is named after who did what', () => {
    expect(suggestedName(penaltyOrdinary, opening)).toBe('南屏甲店经营过期食品案')
    expect(suggestedName(licence, { ...opening, violations: [] })).toBe('南屏甲店行政许可申请')
    expect(suggestedName(penaltyOrdinary, { ...opening, violations: [] })).toBe('')
  })
})
