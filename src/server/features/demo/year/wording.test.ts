import { expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import { WORDING } from './wording.ts'

const asked = [...PROCEDURES.values()].flatMap(({ code, facts }) =>
  Object.entries(facts).flatMap(([name, { kind }]) => (kind.endsWith('text') ? [`${code}/${name}`, name] : [])),
)
const names = new Set<string>(asked)

test('every word of the year answers a question that some form asks', () => {
  expect(Object.keys(WORDING).filter((key) => !names.has(key))).toEqual([])
})
