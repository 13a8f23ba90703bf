import { officeDateOf } from '../../calendar/due-at.ts'
import { inCustody, ledgerOf } from '../../custody/ledger.ts'
import { quantityText } from '../../custody/quantity.ts'
import { portionOf } from '../../custody/rows.ts'
import type { PortionRow, Thing, ThingRow } from '../../custody/thing.ts'
import type { Gate } from '../../procedure/definition.ts'
import { thingsOf } from '../things-of.ts'
import { type CaseView, clockOf, factOf, isClockOver, textOf } from '../view.ts'

/** A decision on each thing, not on some (处罚法第五十六条). */
export function everythingDecided(fact: string): Gate {
  return {
    id: 'everything-decided',
    basis: '《行政处罚法》第五十六条',
    judgesInput: true,
    field: fact,
    refuse: (view) => {
      const portions = rowsIn<PortionRow>(view, fact).map(portionOf)
      const open = thingsOf(view.state, view.run).flatMap((thing) => {
        const decided = portions.filter((row) => row.thing === thing.id).reduce((sum, { amount }) => sum + amount, 0)
        const rest = ledgerOf(thing).fates.held - decided
        return rest > 0 ? [`${thing.name} ${quantityText(rest)}${thing.unit}`] : []
      })
      return open.length === 0 ? undefined : `每件物品都要有处理决定，还差：${open.join('、')}`
    },
  }
}

/** The measure has ended of itself only once its term is over. */
export const preservationOver: Gate = {
  id: 'preservation-over',
  basis: '《行政处罚法》第五十六条',
  refuse: (view) => {
    const clock = clockOf(view, 'handling')
    return isClockOver(view, 'handling') ? undefined : `处理期限到 ${clock?.rawDue ?? ''}，还没有届满，应当作出处理决定`
  },
}

/** A sample that is not sealed proves nothing of what was tested. */
export const samplesSealed: Gate = {
  id: 'samples-sealed',
  basis: '《行政处罚法》第五十六条',
  judgesInput: true,
  field: 'listed',
  refuse: (view) => {
    const open = rowsIn<ThingRow>(view, 'listed').find(({ seal }) => seal === '')
    return open && `样品“${open.name}”没有封条编号，样品应当封存`
  },
}

/** Nothing of the list is without a decision any more (强制法第二十七条). */
export const nothingHeld: Gate = {
  id: 'nothing-held',
  basis: '《行政强制法》第二十七条',
  refuse: (view) => {
    const open = thingsOf(view.state, view.run).filter((thing) => ledgerOf(thing).fates.held > 0)
    return open.length === 0 ? undefined : `${namesOf(open)}还没有处理决定或者解除决定`
  },
}

/** Everything on the list has left custody, each by its paper. */
export const nothingInCustody: Gate = {
  id: 'nothing-in-custody',
  basis: '《行政强制法》第二十六条第一款',
  refuse: (view) => {
    const open = thingsOf(view.state, view.run).filter((thing) => inCustody(thing) > 0)
    return open.length === 0 ? undefined : `${namesOf(open)}还在保管中`
  },
}

/** A case does not end while its things are in custody (强制法第二十七条、第二十八条). */
export const thingsAccountedFor: Gate = {
  id: 'things-accounted-for',
  basis: '《行政强制法》第二十七条',
  refuse: ({ env: { joined = [] }, state }) => {
    const things = [state, ...joined].flatMap(({ things: listed = [] }) => listed)
    const open = things.filter((thing) => inCustody(thing) > 0)
    return open.length === 0 ? undefined : `还有涉案物品在保管中，先返还、移交或者销毁：${namesOf(open)}`
  },
}

/** Two witnesses of the end of a thing: somebody from outside, or a recording (no paper can be checked against ashes). */
export const destructionWitnessed: Gate = {
  id: 'destruction-witnessed',
  basis: '《行政强制法》第二十七条',
  judgesInput: true,
  field: 'witness',
  refuse: (view) => {
    const recording = factOf(view, 'recording')
    const isRecorded = Array.isArray(recording) && recording.length > 0
    return isRecorded || textOf(view, 'witness') !== '' ? undefined : '销毁应当有见证人，或者有全程录像作为证据'
  },
}

/** What is passed on stands under a measure that was taken after this one. */
export const measureTaken: Gate = {
  id: 'measure-taken',
  basis: '《行政处罚法》第五十六条',
  refuse: (view) => {
    const since = view.run.openedSeq
    const isTaken = view.state.documents.some(
      ({ code, seq, voided }) => seq > since && !voided && ['seizure-decision', 'sampling-record'].includes(code),
    )
    return isTaken ? undefined : '还没有查封、扣押决定书或者抽样取证凭证，先采取该项措施'
  },
}

/** A decision to confiscate or destroy is taken within the term (强制法第二十七条); after it only release is left (第二十八条). */
export const decidedInTerm: Gate = {
  id: 'decided-in-term',
  basis: '《行政强制法》第二十七条',
  refuse: (view) =>
    isClockOver(view, 'term') ? '处理决定应当在查封、扣押的期限内作出；期限已经届满，应当立即解除' : undefined,
}

/** The act of seizing lies in the past when it is written down. */
export const measureTimesInOrder: Gate = {
  id: 'measure-times-in-order',
  basis: '《行政强制法》第十八条第七项',
  judgesInput: true,
  field: 'ended-at',
  refuse: (view) => {
    const [began, ended] = [textOf(view, 'began-at'), textOf(view, 'ended-at')]
    if (Date.parse(began) >= Date.parse(ended)) return '结束时间应当晚于开始时间'
    if (Date.parse(ended) > Date.parse(view.env.now)) return '结束时间不能晚于现在'
    const approved = view.run.taken.find(({ action }) => action === 'ask')?.on
    const isBefore = approved !== undefined && officeDateOf(began) < approved
    return isBefore ? `${approved} 才经批准，不能在此之前实施` : undefined
  },
}

function namesOf(things: readonly Thing[]): string {
  const names = things.slice(0, 3).map(({ name }) => `“${name}”`)
  return things.length > names.length ? `${names.join('、')}等 ${things.length} 件` : names.join('、')
}

function rowsIn<R>({ input }: CaseView, name: string): readonly R[] {
  const value = input.case[name]
  return Array.isArray(value) ? (value as unknown as readonly R[]) : []
}
