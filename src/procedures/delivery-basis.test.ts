import { expect, test } from 'vitest'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import type { AnyProcedure, Basis } from '#domain/procedure/definition.ts'
import { PROCEDURES } from './index.ts'

const OF_PENALTIES = '《行政处罚法》第六十一条'
const procedure = (code: string): AnyProcedure => {
  const found = [...PROCEDURES.values()].find((one) => one.code === code)
  if (!found) throw new Error(`no procedure ${code}`)
  return found
}
const basesOf = (code: string): readonly Basis[] => {
  const one = procedure(code)
  return [
    one.basis,
    ...actionsOf(one).flatMap(({ action }) => [action.basis, ...(action.gates ?? []).map(({ basis }) => basis)]),
  ]
}

test('what is delivered may be of any kind: the law of civil procedure says how, and when it has arrived', () => {
  expect(basesOf('delivery').filter((basis) => basis.startsWith('《行政处罚法》'))).toEqual([])
  expect(basesOf('delivery')).toContain('《民事诉讼法》第八十七条')
  expect(basesOf('delivery')).toContain('《民事诉讼法》第九十条第一款')
})

test.each([
  'licence',
  'licence-change',
  'licence-renewal',
  'licence-withdrawal',
  'licence-revocation',
  'licence-cancellation',
  'benefit',
  'confirmation',
  'requisition',
])('whoever waits for a delivery in %s reads no article on penalties', (code) => {
  expect(basesOf(code)).not.toContain(OF_PENALTIES)
})
