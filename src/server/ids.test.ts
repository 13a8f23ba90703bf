import { expect, test } from 'vitest'
import { isId, newId } from './ids.ts'

test('an id is a UUID of version 7 that carries its millisecond', () => {
  const id = newId(0x0123_4567_89ab)
  expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(isId(id)).toBe(true)
})

test('ids of later milliseconds sort later and never repeat', () => {
  const ids = Array.from({ length: 1_000 }, (_, ms) => newId(1_790_000_000_000 + ms))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(Array.from({ length: 1_000 }, () => newId(1))).size).toBe(1_000)
})

test('a text of another form is no id', () => {
  for (const text of ['', '1', `${newId()}0`, newId().toUpperCase(), "' OR 1=1"]) expect(isId(text)).toBe(false)
})
