import type { Fate, Place } from './thing.ts'

/** What can happen to a portion of a thing. */
export type Movement =
  | 'decide'
  | 'release'
  | 'early-sale'
  | 'lapse'
  | 'store'
  | 'shift'
  | 'hand-out'
  | 'hand-back'
  | 'return'
  | 'destroy'
  | 'sell'
  | 'hand-over'
  | 'pass'

/** Which portions it may take, and what it makes of them; `leaves` = they are no longer in custody. */
export type MovementRule = {
  readonly title: string
  readonly fates: readonly Fate[]
  readonly places: readonly Place[]
  readonly toFate?: Fate
  readonly toPlace?: Place
  readonly leaves?: true
}

const HERE: readonly Place[] = ['store', 'officers', 'site']
const ANYWHERE: readonly Place[] = [...HERE, 'out']
const IN_CUSTODY: readonly Fate[] = ['held', 'release', 'confiscate', 'destroy', 'transfer', 'sell', 'pass']

/** A decision changes the fate, a hand-over the place, and only what was decided leaves. */
export const MOVEMENTS: Readonly<Record<Movement, MovementRule>> = {
  decide: { title: '作出处理决定', fates: ['held'], places: ANYWHERE },
  release: { title: '决定解除', fates: ['held'], places: ANYWHERE, toFate: 'release' },
  'early-sale': { title: '决定先行处理', fates: ['held'], places: ANYWHERE, toFate: 'sell' },
  lapse: { title: '措施终止，应当返还', fates: ['held'], places: ANYWHERE, toFate: 'release' },
  store: { title: '入库', fates: IN_CUSTODY, places: ['officers', 'site'], toPlace: 'store' },
  shift: { title: '变更存放地点', fates: IN_CUSTODY, places: ['store'], toPlace: 'store' },
  'hand-out': { title: '出库', fates: IN_CUSTODY, places: HERE, toPlace: 'out' },
  'hand-back': { title: '送回入库', fates: IN_CUSTODY, places: ['out'], toPlace: 'store' },
  return: { title: '返还', fates: ['release'], places: HERE, leaves: true },
  destroy: { title: '销毁', fates: ['destroy', 'confiscate'], places: HERE, leaves: true },
  sell: { title: '变卖、拍卖', fates: ['sell', 'confiscate'], places: HERE, leaves: true },
  'hand-over': { title: '移交', fates: ['transfer', 'confiscate'], places: HERE, leaves: true },
  pass: { title: '转入其他措施', fates: ['pass'], places: HERE, leaves: true },
}
