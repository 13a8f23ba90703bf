import { describe, expect, it } from 'vitest'
import { fieldOf, mapErrors } from './map-errors.ts'

const problem = (...errors: { pointer: string; sentence: string; basis?: string }[]) => ({
  code: 'gate-closed',
  status: 409,
  title: '法定条件还没有满足',
  errors,
})

describe('the sentences of a refusal', () => {
  it.each([
    ['fine@v1', 'fine@v1'],
    ['/facts/violation/v1/fine', 'fine@v1'],
    ['/facts/case/facts-found', 'facts-found'],
    ['/name', 'name'],
    ['/parties/0', 'parties/0'],
  ])('find %s at the field %s', (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field)
  })

  it('stand beside their field, several at one field together', () => {
    const { fields, rest } = mapErrors(
      problem({ pointer: 'fine@v1', sentence: '甲' }, { pointer: 'fine@v1', sentence: '乙' }),
      ['fine@v1'],
    )
    expect(fields).toEqual({ 'fine@v1': [{ sentence: '甲' }, { sentence: '乙' }] })
    expect(rest).toEqual([])
  })

  it('go to the summary with their basis when the form has no such field', () => {
    const { rest } = mapErrors(
      problem({ pointer: '', sentence: '还没有通过法制审核', basis: '《行政处罚法》第五十八条' }),
      ['fine@v1'],
    )
    expect(rest).toEqual([{ sentence: '还没有通过法制审核', basis: '《行政处罚法》第五十八条' }])
  })

  it('of a part stand at the whole', () => {
    expect(mapErrors(problem({ pointer: '/parties/0', sentence: '甲' }), ['parties']).fields).toEqual({
      parties: [{ sentence: '甲' }],
    })
  })

  it('are the problem’s own when it names no field', () => {
    expect(mapErrors({ code: 'busy', status: 503, title: '系统正忙', detail: '请稍后再试。' }, []).rest).toEqual([
      { sentence: '请稍后再试。' },
    ])
  })
})
