import { describe, expect, it } from 'vitest'
import { instantOf, wallTimeOf } from './office-instant.ts'

describe('an instant in a form', () => {
  it('is shown by the office’s clock, whatever its zone', () => {
    expect(wallTimeOf('2026-06-03T01:30:00Z')).toBe('2026-06-03T09:30')
    expect(wallTimeOf('2026-06-03T09:30:00+08:00')).toBe('2026-06-03T09:30')
    expect(wallTimeOf('2026-06-02T23:30:00-02:00')).toBe('2026-06-03T09:30')
  })
  it('is sent with the office’s zone', () => {
    expect(instantOf('2026-06-03T09:30')).toBe('2026-06-03T09:30:00+08:00')
  })
  it('that is empty or no instant stays empty', () => {
    expect([wallTimeOf(''), wallTimeOf('昨天'), instantOf('')]).toEqual(['', '', ''])
  })
})
