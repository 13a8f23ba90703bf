import type { Refusal } from '#domain/case/refusal.ts'
import { type Refused, refused } from '#server/http/errors.ts'

const INPUT = new Set(['input', 'parties', 'violations', 'handlers'])

/** A refusal of the engine as the answer of an endpoint: what was typed in, what is not offered, or what the law forbids. */
export function refusalOf(refusals: readonly Refusal[]): Refused {
  const errors = refusals.map(({ field = '', sentence, basis }) => ({ pointer: field, sentence, basis }))
  const [first] = refusals
  const detail = refusals.map((item) => item.sentence).join('；')
  const more = { errors, ...(first?.basis ? { basis: first.basis } : {}) }
  if (refusals.every((item) => INPUT.has(item.gate))) return refused('invalid-input', detail, more)
  if (refusals.some((item) => item.gate === 'role' || item.gate === 'other-agency'))
    return refused('forbidden', detail, more)
  const isNotOffered = refusals.some((item) => item.gate === 'not-offered' || item.gate === 'stale')
  return refused(isNotOffered ? 'not-offered' : 'gate-closed', detail, more)
}
