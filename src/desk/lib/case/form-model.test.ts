import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_FACTS } from '#domain/case/state.ts'
import { penaltyOrdinary } from '#procedures/penalty-ordinary.ts'
import { fieldsOf, inputOfTyped, pointersFilled, sectionsOf, typedOfInput, typedOfKnown } from './form-model.ts'

const party = {
  id: 'p1',
  kind: 'organisation',
  name: '南屏甲店',
  address: '',
  phone: '',
  legalRepresentative: '',
} as const
const violation = {
  id: 'v1',
  party: 'p1',
  cause: '经营过期食品',
  basisViolated: '',
  basisPenalty: '',
  rangeText: '',
} as const
const subjects = { parties: [party], violations: [violation] }
const ASKS = ['facts-found', 'fine', 'heard', 'is-major', 'officers', 'found-on']
const sections = sectionsOf(penaltyOrdinary, ASKS, subjects)

describe('the form of an action', () => {
  it('has a section for the case, for each party and for each violation', () => {
    expect(sections.map(({ title }) => title)).toEqual(['', '南屏甲店', '经营过期食品'])
    expect(fieldsOf(sections).map(({ pointer }) => pointer)).toEqual([
      'facts-found',
      'is-major',
      'officers',
      'found-on',
      'heard@p1',
      'fine@v1',
    ])
  })

  it('has no section for which nothing is asked', () => {
    expect(sectionsOf(penaltyOrdinary, ['fine'], subjects).map(({ key }) => key)).toEqual(['violation-v1'])
  })

  it('shows known money in 元, whole and with its cents', () => {
    const known = (fine: number) => typedOfKnown(sections, { ...NO_FACTS, violation: { v1: { fine } } })
    expect(known(210_000)).toEqual({ 'fine@v1': '2100' })
    expect(known(210_005)).toEqual({ 'fine@v1': '2100.05' })
  })

  it('sends each value under its case, party or violation and nothing for what is blank', () => {
    const typed = { 'facts-found': ' ', 'heard@p1': '采纳', 'fine@v1': '2000', 'is-major': false, officers: [] }
    expect(inputOfTyped(sections, typed)).toEqual({
      case: { 'is-major': false },
      party: { p1: { heard: '采纳' } },
      violation: { v1: { fine: '2000' } },
    })
  })

  it('sends what was emptied on purpose, where something stood when the form was opened', () => {
    const known = { 'facts-found': '查明', 'heard@p1': '采纳', officers: ['p'] }
    const typed = { 'facts-found': ' ', 'heard@p1': '采纳', 'fine@v1': '', officers: [] }
    const sent = inputOfTyped(sections, typed, pointersFilled(known))
    expect(sent).toEqual({ case: { 'facts-found': '', officers: [] }, party: { p1: { heard: '采纳' } }, violation: {} })
    expect(typedOfInput(sent)).toEqual({ 'facts-found': '', 'heard@p1': '采纳', officers: [] })
  })

  it('sends nothing that this step does not ask for', () => {
    expect(inputOfTyped(sections, { 'closure-note': '结案' })).toEqual({ case: {}, party: {}, violation: {} })
  })

  it('comes back from a draft as it was typed', () => {
    const text = fc.string().filter((value) => value.trim() !== '')
    const typed = fc.record({
      'facts-found': text,
      'heard@p1': text,
      'fine@v1': text,
      'is-major': fc.boolean(),
      officers: fc.array(text, { minLength: 1 }),
    })
    fc.assert(
      fc.property(typed, (values) => {
        expect(typedOfInput(inputOfTyped(sections, values))).toEqual(values)
      }),
    )
  })
})
