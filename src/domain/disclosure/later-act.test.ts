import { describe, expect, it } from 'vitest'
import { type Former, heldBackBy, laterEffectOf, refuseRelease } from './later-act.ts'

const was = (state: Former['state'], ground: string | null = null): Former => ({
  state,
  ground,
  reason: '涉及商业秘密，权利人不同意公开',
  basis: '《政府信息公开条例》第十五条',
})

describe('what a later act makes of the decision before it', () => {
  it('is read from the action: a change takes its place, a licence is changed, renewed or ended, the rest changes nothing', () => {
    expect(laterEffectOf({ withdraws: { ground: 'changed', reason: 'public-reason' } })).toBe('replaced')
    expect(laterEffectOf({ withdraws: { ground: 'revoked', reason: 'public-reason' } })).toBeUndefined()
    expect(laterEffectOf({ licence: 'change' })).toBe('changed')
    expect(laterEffectOf({ licence: 'renew' })).toBe('renewed')
    expect(laterEffectOf({ licence: 'revoked' })).toBe('revoked')
    expect(laterEffectOf({ licence: 'ask-renewal' })).toBeUndefined()
    expect(laterEffectOf({ licence: 'grant' })).toBeUndefined()
    expect(laterEffectOf({})).toBeUndefined()
  })
})

describe('the act in the place of another', () => {
  it('is published like any, where the other was public or waited to be', () => {
    for (const state of ['due', 'prepared', 'published'] as const) expect(heldBackBy([was(state)])).toBeUndefined()
    expect(heldBackBy([was('withdrawn', 'changed')])).toBeUndefined()
    expect(heldBackBy([])).toBeUndefined()
  })

  it('waits for people, with the same ground and reason, where people had kept the other from the public', () => {
    expect(heldBackBy([was('withheld', 'trade-secret')])).toEqual({
      reason: '原决定定为不公示：涉及商业秘密，权利人不同意公开',
      basis: '《政府信息公开条例》第十五条',
      ground: 'trade-secret',
    })
    expect(heldBackBy([was('withdrawn', 'wrongly-public')])?.reason).toContain('已经撤回公示')
    expect(heldBackBy([was('expired')])?.reason).toContain('公示期已经届满')
  })

  it('does not wait for what a rule alone had kept back, since the rule judges the new one by itself', () => {
    expect(heldBackBy([was('withheld')])).toBeUndefined()
  })

  it('is judged by the newest before it', () => {
    expect(heldBackBy([was('withheld', 'privacy'), was('published')])).toBeUndefined()
    expect(heldBackBy([was('published'), was('withheld', 'privacy')])).toBeDefined()
  })
})

describe('releasing what was withheld', () => {
  it('ends where the decision no longer stands', () => {
    expect(refuseRelease('changed')).toContain('已经变更')
    expect(refuseRelease('revoked')).toContain('已经撤销')
    expect(refuseRelease('privacy')).toBeUndefined()
    expect(refuseRelease(null)).toBeUndefined()
  })
})
