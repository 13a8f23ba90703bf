import { describe, expect, test } from 'vitest'
import type { CaseState } from '#domain/case/state.ts'
import { LawOffice, VIOLATION } from '../../../../tests/support/law-office.ts'
import { reach } from '../../../../tests/support/penalty-steps.ts'
import { fineOfAct } from './fine-of-act.ts'

const state = (): CaseState => reach(new LawOffice(), 'drafting').case

describe('the fine of an act while somebody types', () => {
  test('is what stands in the field, before what is known', () => {
    const typed = { 'fine@violation-1': '6000', 'value-base@violation-1': '138' }
    expect(fineOfAct(state(), VIOLATION, 'fine', { typed })).toMatchObject({ fineFen: 600_000, baseFen: 13_800 })
    expect(fineOfAct(state(), VIOLATION, 'fine')).toMatchObject({ fineFen: 500_000 })
  })

  test('is nothing while the field holds no amount, and none is guessed', () => {
    expect(fineOfAct(state(), VIOLATION, 'fine', { typed: { 'fine@violation-1': '6千' } }).fineFen).toBeUndefined()
    expect(fineOfAct(state(), VIOLATION, 'fine', { typed: { 'fine@violation-1': '' } }).fineFen).toBeUndefined()
  })

  test('of a draft is the notified one until another is typed, and is held against it', () => {
    expect(fineOfAct(state(), VIOLATION, 'final-fine')).toMatchObject({ fineFen: 500_000, notifiedFen: 500_000 })
    const typed = { 'final-fine@violation-1': '4000' }
    expect(fineOfAct(state(), VIOLATION, 'final-fine', { typed })).toMatchObject({
      fineFen: 400_000,
      notifiedFen: 500_000,
    })
  })
})
