import { describe, expect, it } from 'vitest'
import { fieldsOfKind, inputOfParty, NEW_PARTY, valuesOfParty } from './party-values.ts'

describe('a party in a form', () => {
  it('of a person has an identity and no credit code, also when one was typed before the kind was changed', () => {
    expect(fieldsOfKind('person')).not.toContain('code')
    const input = inputOfParty({
      ...NEW_PARTY,
      kind: 'person',
      name: ' 赵某 ',
      code: '9199',
      idKind: 'passport',
      idNumber: 'E1',
    })
    expect(input).toMatchObject({ name: '赵某', code: null, idKind: 'passport', idNumber: 'E1' })
  })
  it('of an organisation sends no identity', () => {
    expect(inputOfParty({ ...NEW_PARTY, name: '南屏甲店', code: '9199', idNumber: 'E1' })).toMatchObject({
      code: '9199',
      idNumber: null,
    })
  })
  it('comes back as it is stored', () => {
    const input = inputOfParty({ ...NEW_PARTY, name: '南屏甲店', code: '9199', address: '青石区' })
    expect(inputOfParty(valuesOfParty({ ...input, id: 'p1', version: 1 }))).toEqual(input)
  })
})
