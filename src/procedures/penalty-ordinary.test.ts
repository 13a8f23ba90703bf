import { describe, expect, test } from 'vitest'
import { LawOffice } from '../../tests/support/law-office.ts'
import {
  decidePenalty,
  draft,
  fileCase,
  finish,
  investigate,
  notify,
  reconsider,
  waive,
} from '../../tests/support/penalty-steps.ts'

describe('an ordinary penalty', () => {
  test('goes from clue to dossier and ends as a penalty', () => {
    const office = new LawOffice()
    fileCase(office)
    investigate(office)
    notify(office)
    waive(office)
    reconsider(office)
    draft(office)
    decidePenalty(office)
    finish(office)
    expect(office.case.runs[0]?.outcome).toBe('penalty')
    expect(office.case.endedOn).toBe('2026-06-01')
    expect(office.refold()).toEqual(office.case)
  })
})
