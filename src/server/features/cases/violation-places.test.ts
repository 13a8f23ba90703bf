import { describe, expect, test } from 'vitest'
import { keyedById, namedByPlace } from './violation-places.ts'

const violation = (id: string) => ({ id, party: 'p1', cause: id, basisViolated: '', basisPenalty: '', rangeText: '' })
const violations = [violation('first'), violation('second')]

describe('the facts of violations that have no ids yet', () => {
  test('find their violation by its place', () => {
    expect(keyedById({ 1: { fine: '2000' } }, violations)).toEqual({ second: { fine: '2000' } })
  })
  test('of a place that is not in the list stay as they are, to be refused', () => {
    expect(keyedById({ 2: { fine: '2000' } }, violations)).toEqual({ 2: { fine: '2000' } })
  })
  test('are refused under the name with which they were sent', () => {
    const refusal = { gate: 'input', basis: '', sentence: '请填写', field: 'fine@second' }
    const other = { gate: 'input', basis: '', sentence: '请填写', field: 'heard@p1' }
    expect(namedByPlace([refusal, other], violations)).toEqual([{ ...refusal, field: 'fine@1' }, other])
  })
})
