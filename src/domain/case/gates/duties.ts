import { parameterValueOf } from '../../parameter/registry.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import { owedFen } from '../obligations.ts'
import type { Party } from '../state.ts'
import {
  type CaseView,
  clockOf,
  factOf,
  holds,
  isClockOver,
  isDelivered,
  partyFactOf,
  takenOf,
  textOf,
} from '../view.ts'

/** What is not in the published catalogue is not charged, whoever has set it. */
export const inCatalogue: Gate = {
  id: 'in-catalogue',
  basis: '《优化营商环境条例》第二十五条',
  judgesInput: true,
  field: 'in-catalogue',
  refuse: (view) => (holds(view, 'in-catalogue') ? undefined : '目录清单之外的收费、基金一律不得执行，请核对目录清单'),
}

const amount = (view: CaseView, { id }: Party, name: string): number => Number(partyFactOf(view, id, name) ?? 0)

/** Everybody has paid what is due, with the surcharge where there is one. */
export function paidInFull(basis: Basis): Gate {
  return {
    id: 'paid-in-full',
    basis,
    refuse: (view) => {
      const open = view.state.parties.filter(({ id }) => owedFen(view, id) > 0)
      return open.length === 0 ? undefined : `${open.map(({ name }) => name).join('、')}还没有缴清`
    },
  }
}

/** An entry has an amount, and each amount the number of its receipt. */
export function paymentTold(basis: Basis): Gate {
  const bare = ({ state, input }: CaseView) =>
    state.parties.find(({ id }) => {
      const { paid, 'receipt-number': number } = input.party[id] ?? {}
      return Number(paid ?? 0) > 0 && !number
    })
  return {
    id: 'payment-told',
    basis,
    judgesInput: true,
    field: (view) => {
      const party = bare(view)
      return party && `receipt-number@${party.id}`
    },
    refuse: (view) => {
      const isPaid = Object.values(view.input.party).some(({ paid }) => Number(paid ?? 0) > 0)
      if (!isPaid) return '请至少为一名缴款人填写本次缴纳的金额'
      const party = bare(view)
      return party && `${party.name}缴了款，请填写票据号`
    },
  }
}

/** Money that comes tomorrow has not come. */
export function notPaidAhead(basis: Basis): Gate {
  const early = (view: CaseView) =>
    view.state.parties.find(({ id }) => String(partyFactOf(view, id, 'paid-on') ?? '') > view.env.today)
  return {
    id: 'not-paid-ahead',
    basis,
    judgesInput: true,
    field: (view) => {
      const party = early(view)
      return party && `paid-on@${party.id}`
    },
    refuse: (view) => {
      const party = early(view)
      // A fee is paid in, a compensation paid out: the day is called as the form calls it.
      const day = view.procedure.facts['paid-on']?.title ?? '缴款日期'
      return party && `${party.name}的${day}不能晚于今天`
    },
  }
}

const SURCHARGE: Basis = '《行政强制法》第四十五条'

/** A surcharge is asked for only where the law of the levy knows one, and never grows beyond what is owed. */
export const surchargeLawful: Gate = {
  id: 'surcharge-lawful',
  basis: SURCHARGE,
  judgesInput: true,
  field: (view) => {
    const party = overcharged(view)
    return party && `surcharge@${party.id}`
  },
  refuse: (view) => {
    const party = overcharged(view)
    if (!party) return undefined
    return hasRate(view)
      ? `${party.name}的滞纳金不得超出应缴金额`
      : '本项征收没有登记滞纳金的标准和依据，不能加收；有规定的，先由管理员登记'
  },
}

function hasRate(view: CaseView): boolean {
  return parameterValueOf(view.env.parameters, 'levy.surcharge-rate', view.env.today) > 0
}

function overcharged(view: CaseView): Party | undefined {
  const most = (party: Party) => (hasRate(view) ? amount(view, party, 'due') : 0)
  return view.state.parties.find((party) => amount(view, party, 'surcharge') > most(party))
}

/** Ten days after it was urged in writing, and not before, force may be asked for (行政强制法第五十四条). */
export const urgedInVain: Gate = {
  id: 'urged-in-vain',
  basis: '《行政强制法》第五十四条',
  refuse: (view) => {
    if (!takenOf(view, 'urge')) return '还没有催告'
    if (!isDelivered(view, 'levy-urging')) return '催告书还没有送达'
    const waits = view.state.parties.some(({ id }) => clockOf(view, 'urging', id) && !isClockOver(view, 'urging', id))
    return waits ? '催告书送达还没有满十个工作日' : undefined
  },
}

/** What was promised to be paid out has been paid out. */
export const benefitPaid: Gate = {
  id: 'benefit-paid',
  basis: '《行政复议法》第十一条第十二项',
  refuse: (view) => {
    const open = view.state.parties.filter((party) => amount(view, party, 'paid') < amount(view, party, 'benefit'))
    return open.length === 0 ? undefined : `${open.map(({ name }) => name).join('、')}的给付还没有发放完`
  },
}

const RETURN: Basis = '《突发事件应对法》第十二条'

/** Property is taken only while there is an emergency that was declared; what it is for is said. */
export const usedForEmergency: Gate = {
  id: 'used-for-emergency',
  basis: RETURN,
  judgesInput: true,
  field: 'is-urgent',
  refuse: (view) => (holds(view, 'is-urgent') ? undefined : '只有应对突发事件的紧急需要才可以征用'),
}

/** It is given back as soon as it is no longer needed, so a term of use lies ahead. */
export const useAhead: Gate = {
  id: 'use-ahead',
  basis: RETURN,
  judgesInput: true,
  field: 'use-until',
  refuse: (view) => (textOf(view, 'use-until') < view.env.today ? '使用期限不能早于今天' : undefined),
}

/** What comes back tomorrow has not come back. */
export const returnedByToday: Gate = {
  id: 'returned-by-today',
  basis: RETURN,
  judgesInput: true,
  field: 'returned-on',
  refuse: (view) => (textOf(view, 'returned-on') > view.env.today ? '返还日期不能晚于今天' : undefined),
}

/** What is to be made good is said when the property comes back, while both sides stand before it. */
export const damageTold: Gate = {
  id: 'damage-told',
  basis: RETURN,
  judgesInput: true,
  field: 'damage',
  refuse: (view) =>
    holds(view, 'has-damage') && textOf(view, 'damage').trim() === ''
      ? '有毁损、灭失的，请写明是什么、到什么程度'
      : undefined,
}

/** What was damaged or lost is made good, fairly and reasonably. */
export const damageMadeGood: Gate = {
  id: 'damage-made-good',
  basis: RETURN,
  refuse: (view) => {
    if (factOf(view, 'has-damage') !== true) return undefined
    if (!takenOf(view, 'compensate')) return '财产有毁损、灭失，还没有作出补偿决定'
    const open = view.state.parties.filter((party) => amount(view, party, 'paid') < amount(view, party, 'compensation'))
    return open.length === 0 ? undefined : `${open.map(({ name }) => name).join('、')}的补偿还没有支付完`
  },
}

/** What is paid is what was decided to be paid. */
export const compensationDecided: Gate = {
  id: 'compensation-decided',
  basis: RETURN,
  refuse: (view) => (takenOf(view, 'compensate') ? undefined : '还没有作出补偿决定，没有可以登记的支付'),
}

/** Without damage there is nothing to make good. */
export const somethingDamaged: Gate = {
  id: 'something-damaged',
  basis: RETURN,
  refuse: (view) => (factOf(view, 'has-damage') === true ? undefined : '返还时没有毁损、灭失，不用补偿'),
}
