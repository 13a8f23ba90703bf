import { expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import { KNOWN } from './known-facts.ts'
import { WORDING } from './wording.ts'

const asked = [...PROCEDURES.values()].flatMap(({ code, facts }) => Object.keys(facts).map((name) => [code, name]))
const names = new Set(asked.flatMap(([code, name]) => [`${code}/${name}`, name]))

test('every word of the year is an answer to a question that some form asks, and is said once', () => {
  expect(Object.keys(WORDING).filter((key) => !names.has(key))).toEqual([])
  expect(Object.keys(WORDING).filter((key) => KNOWN[key.split('/').at(-1) ?? ''])).toEqual([])
})
