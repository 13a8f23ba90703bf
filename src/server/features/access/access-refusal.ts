import type { Refusal } from '#domain/case/refusal.ts'
import { type Refused, refused } from '#server/http/errors.ts'

/** Every reason at once: what was typed in, who may not, or when it cannot be. */
export function accessRefusal(refusals: readonly Refusal[]): Refused {
  const errors = refusals.map(({ field = '', sentence, basis }) => ({
    pointer: field === '' ? '' : `/${field}`,
    sentence: `${sentence}。`,
    basis,
  }))
  const detail = `${refusals.map(({ sentence }) => sentence).join('；')}。`
  const basis = refusals[0]?.basis
  const more = { errors, ...(basis ? { basis } : {}) }
  if (refusals.every(({ gate }) => gate === 'input')) return refused('invalid-input', detail, more)
  if (refusals.some(({ gate }) => gate === 'role' || gate === 'other-agency')) return refused('forbidden', detail, more)
  return refused(refusals.some(({ gate }) => gate === 'state') ? 'not-offered' : 'gate-closed', detail, more)
}
