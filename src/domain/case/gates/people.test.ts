import { describe, expect, test } from 'vitest'
import { gatesOf, LawOffice, PEOPLE } from '../../../../tests/support/law-office.ts'
import { CALL, inquiry, reach } from '../../../../tests/support/penalty-steps.ts'
import { asked } from '../../../../tests/support/scenarios/child-scenarios.ts'
import { plainDate } from '../../calendar/plain-date.ts'
import type { Person } from '../environment.ts'
import { isQualified } from './people.ts'

const { lin } = PEOPLE
const [certificate] = lin.certificates
const withCertificate = (change: object): Person => ({
  ...lin,
  certificates: [{ ...(certificate as never as object), ...change } as never],
})

describe('an officer is qualified', () => {
  test.each<readonly [string, Person, string, boolean]>([
    ['on the first day of the certificate', lin, '2024-01-01', true],
    ['not on the day before', lin, '2023-12-31', false],
    ['on the last day of the certificate', lin, '2028-12-31', true],
    ['not on the day after', lin, '2029-01-01', false],
    ['not while the certificate is suspended', withCertificate({ state: 'suspended' }), '2026-06-01', false],
    ['not after it was revoked', withCertificate({ state: 'revoked' }), '2026-06-01', false],
    ['not by a certificate of supervision', withCertificate({ kind: 'supervision' }), '2026-06-01', false],
    ['not as a contractor', { ...lin, employment: 'contract' }, '2026-06-01', false],
    ['not as temporary staff', { ...lin, employment: 'temporary' }, '2026-06-01', false],
    ['not without any certificate', { ...lin, certificates: [] }, '2026-06-01', false],
  ])('%s', (_title, person, on, expected) => expect(isQualified(person, plainDate(on))).toBe(expected))
})

describe('an inquiry', () => {
  const inquire = (more: Record<string, unknown>) => {
    const office = reach(new LawOffice(), 'investigation')
    return office.take('lin', 'inquire', inquiry(office, more))
  }

  test.each<readonly [string, Record<string, unknown>, readonly string[]]>([
    ['by two qualified officers is let through', {}, []],
    ['by one officer is refused', { officers: ['lin'] }, ['two-qualified-officers']],
    [
      'by two of whom one’s certificate has expired is refused',
      { officers: ['lin', 'expired'] },
      ['two-qualified-officers'],
    ],
    ['by an officer of another agency is refused', { officers: ['lin', 'other'] }, ['two-qualified-officers']],
    ['by somebody who does not exist is refused', { officers: ['lin', 'nobody'] }, ['two-qualified-officers']],
    [
      'by two and an unqualified third is refused',
      { officers: ['lin', 'zhou', 'expired'] },
      ['two-qualified-officers'],
    ],
    ['by the same officer named twice is bad input', { officers: ['lin', 'lin'] }, ['input']],
    ['that has not ended yet is refused', { 'ended-at': '2026-06-01T05:00:00.000Z' }, ['times-in-order']],
  ])('%s', (_title, more, gates) => expect(gatesOf(inquire(more))).toEqual(gates))

  test('that is written up later is judged by the day on which it was held', () => {
    const held = {
      officers: ['lin', 'expired'],
      'began-at': '2023-12-31T01:00:00.000Z',
      'ended-at': '2023-12-31T02:00:00.000Z',
    }
    const decision = inquire(held)
    expect(gatesOf(decision)).toEqual(['two-qualified-officers'])
    expect(decision.ok ? '' : decision.refusals[0]?.sentence).toContain('林一在 2023-12-31 没有本机关的执法资格')
  })
})

describe('the host of a hearing', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['is one person who did not investigate', ['zhu'], []],
    ['is not two', ['zhu', 'fu'], ['host-not-handler']],
    ['is not a handler', ['lin'], ['host-not-handler']],
    ['is not from elsewhere', ['other'], ['host-not-handler']],
  ])('%s', (_title, host, gates) =>
    expect(gatesOf(asked(new LawOffice()).take('lin', 'call', { case: { ...CALL, host } }))).toEqual(gates),
  )
})
