import { expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { parseSubject, refuseTrail, type TrailSubject } from './refuse-trail.ts'

const ID = '01930000-0000-7000-8000-000000000000'
const OTHER = '01930000-0000-7000-8000-000000000001'
const may = (roles: readonly Role[], subject: TrailSubject) => refuseTrail({ id: ID, roles }, subject) === undefined

test.each<readonly [string, readonly Role[], TrailSubject, boolean]>([
  ['everybody reads what they did themselves', ['handler'], { kind: 'person', id: ID }, true],
  ['nobody reads what a colleague did', ['handler'], { kind: 'person', id: OTHER }, false],
  ['nor does the head', ['agency-head'], { kind: 'person', id: OTHER }, false],
  ['the audit administrator does', ['audit-admin'], { kind: 'person', id: OTHER }, true],
  ['the head reads the trail of a case', ['agency-head'], { kind: 'case', id: OTHER }, true],
  ['the archivist reads the trail of a recording', ['archivist'], { kind: 'recording', id: OTHER }, true],
  ['a handler does not', ['handler', 'unit-head'], { kind: 'case', id: OTHER }, false],
  ['nor does the audit administrator, whose matter is people', ['audit-admin'], { kind: 'case', id: OTHER }, false],
])('%s', (_title, roles, subject, expected) => expect(may(roles, subject)).toBe(expected))

test.each([
  [`case:${ID}`, { kind: 'case', id: ID }],
  [`person:${ID}`, { kind: 'person', id: ID }],
  [`secret:${ID}`, undefined],
  ['case:', undefined],
  [`case:${ID} OR 1=1`, undefined],
])('the subject %s', (text, expected) => expect(parseSubject(text)).toEqual(expected))
