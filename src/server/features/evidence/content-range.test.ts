import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wantedRange } from './content-range.ts'

const ETAG = '"a"'
const want = (range: string, size: number) => wantedRange({ range }, size, ETAG)

/** What Node's own slice makes of the same positions. */
const sliced = (content: Buffer, range: string): Buffer | undefined => {
  const wanted = want(range, content.length)
  if (wanted.kind === 'part') return content.subarray(wanted.range.start, wanted.range.end + 1)
  return wanted.kind === 'whole' ? content : undefined
}

const content = Buffer.from('0123456789')
const anyContent = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes))
const position = fc.integer({ min: 0, max: 400 })

describe('a range of a file', () => {
  it('first-last is the slice from first to last, both included', () => {
    const property = fc.property(anyContent, position, position, (whole, a, b) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)]
      const expected = first < whole.length ? whole.subarray(first, last + 1) : undefined
      expect(sliced(whole, `bytes=${first}-${last}`)).toEqual(expected)
    })
    fc.assert(property, { seed: 20261121 })
  })

  it('first- is the slice to the end, -n the last n bytes', () => {
    const property = fc.property(anyContent, position, (whole, n) => {
      expect(sliced(whole, `bytes=${n}-`)).toEqual(n < whole.length ? whole.subarray(n) : undefined)
      expect(sliced(whole, `bytes=-${n}`)).toEqual(n > 0 ? whole.subarray(-n) : undefined)
    })
    fc.assert(property, { seed: 20261121 })
  })

  it.each(['bytes=5-2', 'bytes=-', 'bytes=a-b', 'bytes=0-1,3-4', 'lines=0-1', 'bytes 0-1', 'bytes=0x1-2', ''])(
    'that cannot be understood (%j) gets the whole file',
    (range) => {
      expect(sliced(content, range)).toEqual(content)
    },
  )

  it('past the end is not satisfiable', () => {
    expect(want('bytes=10-', 10)).toEqual({ kind: 'unsatisfiable' })
    expect(want('bytes=-0', 10)).toEqual({ kind: 'unsatisfiable' })
  })

  it('of another version of the file gets the whole file', () => {
    expect(wantedRange({ range: 'bytes=0-1', ifRange: '"b"' }, 10, ETAG)).toEqual({ kind: 'whole' })
    expect(wantedRange({ range: 'bytes=0-1', ifRange: ETAG }, 10, ETAG).kind).toBe('part')
  })
})
