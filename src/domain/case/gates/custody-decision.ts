import { ledgerOf, refusePortions } from '../../custody/ledger.ts'
import { quantityText } from '../../custody/quantity.ts'
import { portionOf } from '../../custody/rows.ts'
import type { Fate, Portion, PortionRow, Thing } from '../../custody/thing.ts'
import type { Gate } from '../../procedure/definition.ts'
import { isOver, isRunning } from '../clock.ts'
import { isUndecided, PENALTY_PROPOSAL, proposalOf } from '../proposal.ts'
import { findRun, type Party } from '../state.ts'
import { type CaseView, partyFactOf, violationFactOf } from '../view.ts'

/** The fact in which a draft says what becomes of the things of a party. */
export const DISPOSAL = 'disposal'

/** The fates that take a thing away for good. */
const TAKEN_AWAY: readonly (Fate | undefined)[] = ['confiscate', 'destroy']

/**
 * With the last decision of the case everything that was taken into custody is decided upon as well: it is confiscated, destroyed or goes
 * back; what is no longer needed is not kept (强制法第二十七条、第二十八条第一款第三项).
 */
export const thingsDecided: Gate = {
  id: 'things-decided',
  basis: '《行政强制法》第二十七条、第二十八条第一款第三项',
  refuse: (view) => {
    const concerned = openOf(view)
    const isLast = view.state.parties.every(
      ({ id }) => !isUndecided(view.run, id) || concerned.some((party) => party.id === id),
    )
    if (!isLast) return undefined
    const portions = concerned.flatMap((party) => portionsOf(view, party))
    const open = (view.state.things ?? []).flatMap((thing) => {
      const rest = ledgerOf(thing).fates.held - sumOf(portions, thing)
      return rest > 0 ? [`${thing.name} ${quantityText(rest)}${thing.unit}`] : []
    })
    return open.length === 0
      ? undefined
      : `在案物品都要有处理决定，还差：${open.join('、')}；请在决定稿的“在案物品的处理”里写明，或者先解除`
  },
}

/** A draft speaks of what is there, and of no more than that (强制法第二十七条). */
export const disposalFits: Gate = {
  id: 'disposal-fits',
  basis: '《行政强制法》第二十七条',
  judgesInput: true,
  field: (view) => fieldOf(openOf(view).find((party) => portionsOf(view, party).length > 0)),
  refuse: (view) => {
    const portions = openOf(view).flatMap((party) => portionsOf(view, party))
    return refusePortions(view.state.things ?? [], 'decide', portions)
  },
}

/** To confiscate is to punish: it is notified before, and nobody suffers it who is not punished (处罚法第九条第二项、第四十四条). */
export const confiscationFounded: Gate = {
  id: 'confiscation-founded',
  basis: '《行政处罚法》第九条第二项、第四十四条',
  judgesInput: true,
  field: (view) => fieldOf(openOf(view).find((party) => unfounded(view, party) !== undefined)),
  refuse: (view) =>
    openOf(view)
      .map((party) => unfounded(view, party))
      .find((sentence) => sentence !== undefined),
}

function unfounded(view: CaseView, party: Party): string | undefined {
  if (!portionsOf(view, party).some(({ fate }) => fate === 'confiscate')) return undefined
  if (proposalOf(view.run, party.id) !== PENALTY_PROPOSAL)
    return `对${party.name}不予处罚，不能没收在案物品，请改为解除、返还`
  const acts = view.state.violations.filter((item) => item.party === party.id)
  const isNotified = acts.some(({ id }) => (violationFactOf(view, id, 'goods') ?? '') !== '')
  return isNotified ? undefined : `没有告知${party.name}拟没收财物，须重新告知，写明拟没收的财物`
}

/** What a measure holds is taken away within its term; after it only release is left (强制法第二十七条、第二十八条). */
export const takenInTerm: Gate = {
  id: 'taken-in-term',
  basis: '《行政强制法》第二十七条、第二十八条第一款第四项',
  refuse: (view) => {
    const taken = openOf(view)
      .flatMap((party) => portionsOf(view, party))
      .filter(({ fate }) => TAKEN_AWAY.includes(fate))
    const late = (view.state.things ?? []).find((thing) => sumOf(taken, thing) > 0 && isTermOver(view, thing))
    return late && `“${late.name}”的查封、扣押或者登记保存期限已经届满，应当立即解除，不能再按在案物品没收或者销毁`
  },
}

/** The term of the measure that took it, as it runs today. */
function isTermOver({ state, env }: CaseView, thing: Thing): boolean {
  const clocks = findRun(state, thing.run)?.clocks ?? []
  return clocks.some((clock) => ['term', 'handling'].includes(clock.clock) && isRunning(clock) && isOver(clock, env))
}

/** Those whom the step concerns and who have no decision yet. */
function openOf(view: CaseView): readonly Party[] {
  return view.parties.filter(({ id }) => isUndecided(view.run, id))
}

function portionsOf(view: CaseView, { id }: Party): readonly Portion[] {
  const value = partyFactOf(view, id, DISPOSAL)
  return Array.isArray(value) ? (value as unknown as readonly PortionRow[]).map(portionOf) : []
}

function sumOf(portions: readonly Portion[], { id }: Thing): number {
  return portions.filter(({ thing }) => thing === id).reduce((sum, { amount }) => sum + amount, 0)
}

function fieldOf(party: Party | undefined): string | undefined {
  return party && `${DISPOSAL}@${party.id}`
}
