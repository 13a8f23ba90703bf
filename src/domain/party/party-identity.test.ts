import { expect, it } from 'vitest'
import { checkPartyIdentity, nameProblem, type PartyIdentity, phoneProblem } from './party-identity.ts'

const company: PartyIdentity = {
  kind: 'organisation',
  name: '南屏市青石区长桥小吃店',
  code: '91230500MA1B3N1N2M',
  phone: '0591-2345678',
  address: '南屏市青石区长桥路 8 号',
}
const problems = (change: Partial<PartyIdentity>) => checkPartyIdentity({ ...company, ...change })

it('a company with a valid code and phone may be registered, and one of which only the name is known', () => {
  expect(checkPartyIdentity(company)).toEqual([])
  expect(checkPartyIdentity({ kind: 'organisation', name: company.name })).toEqual([])
})

it('a person is known by an identity number, not by a credit code', () => {
  expect(checkPartyIdentity({ kind: 'person', name: '㛃𬀩喆堃', code: '11010519491231002X' })).toEqual([])
  expect(checkPartyIdentity({ kind: 'person', name: '林一', code: '91230500MA1B3N1N2M' })).toMatchObject([
    { field: 'code' },
  ])
})

it('a sole trader is known by a credit code', () => {
  expect(problems({ kind: 'sole-trader', code: '11010519491231002X' })).toMatchObject([{ field: 'code' }])
})

it('every wrong field has its own sentence', () => {
  const found = problems({ name: '', code: '91230500MA1B3N1N2N', phone: '12', address: '东' })
  expect(found.map(({ field }) => field)).toEqual(['name', 'code', 'phone', 'address'])
  expect(found[1]?.reason).toContain('应为 M')
})

it.each([
  '13800000000',
  '138 0000 0000',
  '0591-83456789',
  '05912345678',
  '2345678',
  '400-123-4567',
  '0596-2345678-801',
  '',
])('%s is a phone number or none', (phone) => {
  expect(phoneProblem(phone)).toBeUndefined()
})

it.each(['1380000000', '23800000000000', '１３８００００００００', 'abc', '12800000000'])(
  '%s is no phone number',
  (phone) => {
    expect(phoneProblem(phone)).toMatch(/应为/)
  },
)

it.each(['……', '123', '一\u200B二', '名'.repeat(101), '甲\n乙'])('%j is no name of an organisation', (name) => {
  expect(nameProblem('organisation', name)).toBeDefined()
})
