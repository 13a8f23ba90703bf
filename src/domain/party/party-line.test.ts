import { expect, test } from 'vitest'
import { coveredBy } from './party-line.ts'

test.each([
  ['990102', '990102', true],
  ['990102', '990102001', true],
  ['990102', '990103', false],
  ['990100', '990102', true],
  ['990000', '990102', true],
  ['990100', '980102', false],
])('the region %s looks over %s: %s', (own, other, expected) => expect(other.startsWith(coveredBy(own))).toBe(expected))
