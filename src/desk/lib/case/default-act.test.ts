import { describe, expect, it } from 'vitest'
import type { Offer } from '#domain/case/offers.ts'
import { defaultAct } from './default-act.ts'

const offer = (action: string, movesOn: boolean, isOpen = true): Offer => ({
  run: 'main',
  action,
  title: action,
  by: ['handler'],
  approval: [],
  basis: '《行政处罚法》第五十四条',
  asks: [],
  parties: [],
  records: [],
  movesOn,
  isYours: true,
  refusals: isOpen ? [] : [{ gate: 'x', basis: '', sentence: '还没有' }],
})

describe('the act that opens by itself', () => {
  it('is the step of the main road once it is open', () => {
    const offers = [offer('inquire', false), offer('report', true), offer('withdraw', true)]
    expect(defaultAct({ approvals: [], offers })).toBe('main.report')
  })
  it('is work within the stage while the main step is refused', () => {
    const offers = [offer('inquire', false), offer('report', true, false), offer('withdraw', true)]
    expect(defaultAct({ approvals: [], offers })).toBe('main.inquire')
  })
  it('is never a way back or out', () => {
    expect(
      defaultAct({ approvals: [], offers: [offer('pass', true, false), offer('take-back', true)] }),
    ).toBeUndefined()
  })
  it('is never a change of handlers', () => {
    const change = { ...offer('change-handlers', false), adds: 'handlers' } as const
    expect(defaultAct({ approvals: [], offers: [change] })).toBeUndefined()
  })
  it('is none while something waits for agreement', () => {
    const approval = {
      run: 'main',
      proposal: 'p',
      action: 'file',
      title: '报请立案',
      waitsFor: 'unit-head',
      may: [],
      mayRelease: [],
    } as const
    expect(defaultAct({ approvals: [approval], offers: [offer('report', true)] })).toBeUndefined()
  })
})
