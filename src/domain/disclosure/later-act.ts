import type { Action } from '../procedure/definition.ts'
import type { WithholdingGround } from './withholding-grounds.ts'
import { WITHHOLDING_GROUNDS } from './withholding-grounds.ts'

/** What a later act makes of an earlier decision that is public: it takes its place, or changes or ends the licence that it gave. */
export const LATER_EFFECTS = {
  replaced: { title: '已变更', does: '代替' },
  changed: { title: '许可已变更', does: '变更' },
  renewed: { title: '许可已延续', does: '延续' },
  withdrawn: { title: '许可已撤回', does: '撤回' },
  revoked: { title: '许可已撤销', does: '撤销' },
  cancelled: { title: '许可已注销', does: '注销' },
} as const
export type LaterEffect = keyof typeof LATER_EFFECTS

/** An earlier decision that a public record bears on; without an id where it never was public. */
export type EarlierDecision = {
  readonly id?: string
  readonly number?: string
  readonly decidedOn: string
  readonly effect: LaterEffect
}

const OF_LICENCE: Readonly<Partial<Record<NonNullable<Action['licence']>, LaterEffect>>> = {
  change: 'changed',
  renew: 'renewed',
  withdrawn: 'withdrawn',
  revoked: 'revoked',
  cancelled: 'cancelled',
}

/** What the paper of this action makes of the decision before it; nothing where that stays as it is. */
export function laterEffectOf({ withdraws, licence }: Pick<Action, 'withdraws' | 'licence'>): LaterEffect | undefined {
  if (withdraws?.ground === 'changed') return 'replaced'
  return licence && OF_LICENCE[licence]
}

/** Where the disclosure of an earlier decision stands when the later act is done. */
export type Former = {
  readonly state: 'due' | 'prepared' | 'published' | 'withheld' | 'withdrawn' | 'expired'
  readonly ground: string | null
  readonly reason: string | null
  readonly basis: string | null
}
export type HeldBack = { readonly reason: string; readonly basis: string | null; readonly ground: string | null }

/**
 * Why the act in the place of these, the newest last, does not become public by itself: people kept the decision from the public,
 * or its time there was over. Somebody may still release it.
 */
export function heldBackBy(formers: readonly Former[]): HeldBack | undefined {
  const last = formers.at(-1)
  if (last?.state === 'expired') return OVER
  if (last?.state === 'withheld' && isWithholding(last.ground)) return keptBack(last, '定为不公示', last.ground)
  return last?.ground === 'wrongly-public' ? keptBack(last, '已经撤回公示', null) : undefined
}

const OVER: HeldBack = { reason: '原决定的公示期已经届满，变更后的决定是否公示由人决定', basis: null, ground: null }

function keptBack({ reason, basis }: Former, how: string, ground: string | null): HeldBack {
  return { reason: `原决定${how}：${reason ?? ''}`.slice(0, 500), basis, ground }
}

function isWithholding(ground: string | null): ground is WithholdingGround {
  return ground !== null && Object.hasOwn(WITHHOLDING_GROUNDS, ground)
}

/** Why what was withheld cannot be released: it no longer stands. */
export function refuseRelease(ground: string | null): string | undefined {
  if (ground === 'changed') return '这份决定已经变更，不能恢复公示；公示的是变更后的决定。'
  if (ground === 'unlawful' || ground === 'void') return '这份决定已经被确认违法或者无效，不能恢复公示。'
  return ground === 'revoked' ? '这份决定已经撤销，不能恢复公示。' : undefined
}
