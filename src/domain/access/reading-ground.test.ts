import { expect, test } from 'vitest'
import type { Role } from './permissions.ts'
import { type ReadCase, readingGround } from './reading-ground.ts'

const CASE: ReadCase = { unit: 'unit-one', tookPart: false, waitsFor: ['role:reviewer', 'person:moved'] }
const reader = (role: Role, unit: string, id = 'somebody') => ({ id, posts: [{ role, unit }] })

test.each<readonly [string, ReturnType<typeof reader>, string | undefined]>([
  ['a colleague of the unit', reader('handler', 'unit-one'), 'unit'],
  ['the head of the unit', reader('unit-head', 'unit-one'), 'unit'],
  ['an officer of another unit', reader('handler', 'unit-two'), undefined],
  ['the head of another unit', reader('unit-head', 'unit-two'), undefined],
  ['the head of another unit to whom it was handed', reader('unit-head', 'unit-two', 'moved'), 'waiting'],
  ['the head of the agency', reader('agency-head', 'office'), 'office'],
  ['a member of the panel', reader('panel', 'office'), 'office'],
  ['a reviewer', reader('reviewer', 'law'), 'office'],
  ['a host', reader('host', 'law'), 'office'],
  ['a clerk', reader('clerk', 'window'), 'office'],
  ['the archivist', reader('archivist', 'archive'), 'office'],
  ['an administrator of the system', reader('system-admin', 'it'), undefined],
])('%s', (_title, who, ground) => expect(readingGround(who, CASE)).toBe(ground))

test('who took part stays no stranger to the case', () => {
  expect(readingGround(reader('handler', 'unit-two'), { ...CASE, tookPart: true })).toBe('part')
})
