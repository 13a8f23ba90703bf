import { describe, expect, it } from 'vitest'
import { plainDate as day } from '../calendar/plain-date.ts'
import { refuseLetter } from './post-letter.ts'

const TERM = { fromOn: day('2026-01-01'), untilOn: day('2026-12-31'), signedOn: day('2026-01-05') }
const KNOWN = { today: day('2026-06-01'), heldPost: true, duties: '受理申请。', earlier: [] }
const fields = (term: object, known: object = {}) =>
  refuseLetter({ ...TERM, ...term }, { ...KNOWN, ...known }).map(({ field }) => field)

describe('a letter is recorded when it has been signed, by whoever held the post then, for one term', () => {
  it('before, on or after the first day of its term, until today', () => {
    for (const signedOn of ['2025-12-20', '2026-01-01', '2026-06-01'])
      expect(fields({ signedOn: day(signedOn) })).toEqual([])
  })

  it('not tomorrow, not for a term that ends before it begins or had ended when it was signed', () => {
    expect(fields({ signedOn: day('2026-06-02') })).toEqual(['signedOn'])
    expect(fields({ untilOn: day('2025-12-31') })).toEqual(['untilOn'])
    expect(fields({ untilOn: day('2026-01-04') })).toEqual(['signedOn'])
  })

  it('not without the post or its duties', () => {
    expect(fields({}, { heldPost: false, duties: undefined })).toEqual(['person'])
    expect(fields({}, { duties: undefined })).toEqual(['person'])
  })

  it('not over another of the same post, but from the day after it', () => {
    const earlier = [{ fromOn: day('2025-01-01'), untilOn: day('2026-01-01') }]
    expect(fields({}, { earlier })).toEqual(['fromOn'])
    expect(fields({ fromOn: day('2026-01-02') }, { earlier })).toEqual([])
  })
})
