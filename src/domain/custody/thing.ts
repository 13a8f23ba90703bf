import type { PlainDate } from '../calendar/plain-date.ts'
import type { Movement } from './movement.ts'

/** Where a portion lies: left at the party's under seal, with the officers, in the store, out on loan for a test. */
export type Place = 'site' | 'officers' | 'store' | 'out'
/** What has been decided about a portion; `held` = nothing yet. */
export type Fate = 'held' | 'release' | 'confiscate' | 'destroy' | 'transfer' | 'sell' | 'pass' | 'consumed'

export const FATE_TITLES: Readonly<Record<Fate, string>> = {
  held: '没有处理决定',
  release: '解除、返还',
  confiscate: '没收',
  destroy: '销毁',
  transfer: '移送',
  sell: '先行变卖、拍卖',
  pass: '转入其他措施',
  consumed: '检验中消耗',
}

export const PLACE_TITLES: Readonly<Record<Place, string>> = {
  site: '就地保存',
  officers: '执法人员保管',
  store: '在库',
  out: '送出',
}

/** Where things may be when they are listed, as the list says it. */
export const KEPT: Readonly<Record<string, Place>> = { 就地保存: 'site', 带回保管: 'officers' }

/** One row of a list as it was typed in and checked; a quantity is text that `quantityFromText` reads. */
export type ThingRow = {
  readonly name: string
  readonly spec: string
  readonly quantity: string
  readonly unit: string
  /** In 元, or '' where it is not known. */
  readonly value: string
  readonly condition: string
  readonly kept: string
  readonly place: string
  readonly seal: string
  readonly photos: readonly string[]
}

/** So much of a thing, with what was decided about it where the action decides. */
export type PortionRow = { readonly thing: string; readonly quantity: string; readonly fate?: string }

/** The same, read: whole thousandths of the unit. */
export type Portion = { readonly thing: string; readonly amount: number; readonly fate?: Fate }

/** One thing that happened to a portion, in the order of the record. */
export type Move = {
  readonly seq: number
  readonly on: PlainDate
  readonly movement: Movement
  readonly amount: number
  readonly fate?: Fate
  /** Where it was put: the place in the store. */
  readonly shelf?: string
  readonly document?: string
  /** Who gave it out of hand and who took it: a person's id, or words for somebody from outside. */
  readonly given: string | null
  readonly received?: string
}

/** A thing in custody with its life; what is where and what is decided are computed from that (`ledger.ts`). */
export type Thing = {
  readonly id: string
  /** The run that listed it: this preservation, sampling or seizure. */
  readonly run: string
  readonly no: number
  readonly name: string
  readonly spec: string
  readonly unit: string
  readonly amount: number
  readonly valueFen?: number
  readonly condition: string
  readonly place: Place
  readonly shelf: string
  readonly seal: string
  readonly photos: readonly string[]
  readonly listedOn: PlainDate
  readonly document?: string
  readonly life: readonly Move[]
}
