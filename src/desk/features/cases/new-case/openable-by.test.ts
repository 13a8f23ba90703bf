import { describe, expect, it } from 'vitest'
import { openableBy } from './openable-by.ts'

const codes = (...roles: Parameters<typeof openableBy>[0]) => openableBy(roles).map(({ code }) => code)

describe('the procedures under which a case can be opened', () => {
  it('are those whose opening is the person’s', () => {
    expect(codes('handler')).toEqual(expect.arrayContaining(['penalty-ordinary', 'penalty-summary', 'measure-case']))
    expect(codes('handler')).not.toContain('licence')
    expect(codes('handler')).toEqual(expect.arrayContaining(['clue', 'penalty-ordinary', 'penalty-summary']))
    expect(codes('clerk')).toEqual(
      expect.arrayContaining(['clue', 'licence', 'licence-change', 'licence-renewal', 'benefit', 'confirmation']),
    )
  })
  it('are none for a reviewer, and never one that only runs inside others', () => {
    expect(codes('reviewer')).toEqual([])
    expect(codes('handler', 'clerk')).not.toContain('legal-review')
  })
})
