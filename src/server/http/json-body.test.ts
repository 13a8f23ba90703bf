import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RefusedError } from './errors.ts'
import { parseJsonBody } from './json-body.ts'

const codeOf = (text: string): string => {
  try {
    parseJsonBody(text)
    return 'taken'
  } catch (error) {
    return error instanceof RefusedError ? error.refusal.code : 'fault'
  }
}

describe('a JSON body', () => {
  it('that a program wrote is taken as it is', () => {
    const plain = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).filter((value) => !hasBadText(value))
    const isTaken = (value: unknown): void => {
      const text = JSON.stringify(value)
      expect(parseJsonBody(text)).toEqual(JSON.parse(text))
    }
    fc.assert(fc.property(plain, isTaken), { numRuns: 50 })
  })
  it.each([
    '{"a":1,"a":1}',
    '{"a":{"b":1,"c":2,"b":3}}',
    '[{"x":1},{"x":1,"y":[],"x":2}]',
    '{"a":"}","a":1}',
    '{"a\\"":1,"a\\"":2}',
    '{"\\u0062":1,"b":2}',
  ])('with a repeated key is refused: %s', (text) => {
    expect(codeOf(text)).toBe('malformed-json')
  })
  it.each(['[{"x":1},{"x":1}]', '{"a":{"a":{"a":1}}}', '{"a":"a","b":["a","a"]}', '{"a":"\\"b\\":1","b":1}'])(
    'whose keys only look alike is taken: %s',
    (text) => {
      expect(codeOf(text)).toBe('taken')
    },
  )
  it.each(['', '{', "{'a':1}", '{"a":01}', 'undefined', '{"a":1,}', '\u0000'])(
    'that is no JSON is refused: %j',
    (text) => {
      expect(codeOf(text)).toBe('malformed-json')
    },
  )
  it.each(['{"a":"\\u0000"}', '{"a":"\\ud800"}', '{"a\\u0007":1}', '{"a":1e999}', '{"__proto__":{}}'])(
    'with what no record can keep is refused: %s',
    (text) => {
      expect(codeOf(text)).toBe('invalid-input')
    },
  )
  it('nested 33 deep is refused, 32 deep is taken', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect([codeOf(nested(32)), codeOf(nested(33))]).toEqual(['taken', 'malformed-json'])
  })
})

function hasBadText(value: unknown): boolean {
  const text = JSON.stringify(value)
  return /\\u|__proto__|[\u007f-\u009f]|\\[bf]/.test(text)
}
