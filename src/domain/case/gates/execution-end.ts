import type { Gate } from '../../procedure/definition.ts'
import { debtorsOf } from '../obligations.ts'
import { type Party, rootRun } from '../state.ts'
import { surchargeOf } from '../surcharge.ts'
import { type CaseView, holds, partyFactOf, takenOf, textOf } from '../view.ts'
import { namesOf } from './urging.ts'

const LAW = '《行政强制法》'

/** Only the surcharge is remitted, and only for what was made good (强制法第四十二条第一款). */
export const onlySurchargeRemitted: Gate = {
  id: 'only-surcharge-remitted',
  basis: `${LAW}第四十二条第一款`,
  judgesInput: true,
  field: (view) => {
    const party = remittedTooMuch(view)
    return party && `waived-surcharge@${party.id}`
  },
  refuse: (view) => {
    const party = remittedTooMuch(view)
    return (
      party &&
      `对${party.name}只能在采取补救措施后减免加处的罚款，不能超过 ${surchargeOf(view, party.id).amountFen / 100} 元，也不能减免罚款本身`
    )
  },
}

function remittedTooMuch(view: CaseView): Party | undefined {
  return view.state.parties.find(({ id }) => {
    const waived = Number(partyFactOf(view, id, 'waived-surcharge') ?? 0)
    const isMadeGood = String(partyFactOf(view, id, 'made-good') ?? '').trim() !== ''
    return waived > 0 && (!isMadeGood || waived > surchargeOf(view, id).amountFen)
  })
}

/** An agreement is broken when a day of it has gone by (强制法第四十二条第二款). */
export const stagePassed: Gate = {
  id: 'stage-passed',
  basis: `${LAW}第四十二条第二款`,
  refuse: (view) => {
    const late = view.run.clocks.some((clock) => clock.clock === 'stage' && clock.rawDue < view.env.today)
    return late ? undefined : '协议约定的日期都还没有到，当事人没有违约'
  },
}

/** Three years of standing still, no harm to society, and nothing to take (强制法第三十九条第二款). */
export const stoppedForGood: Gate = {
  id: 'stopped-for-good',
  basis: `${LAW}第三十九条第二款`,
  judgesInput: true,
  refuse: (view) => {
    const clock = view.run.clocks.findLast((item) => item.clock === 'stopped')
    if (!clock || clock.rawDue >= view.env.today) return '中止执行还没有满三年'
    return holds(view, 'harmless') && holds(view, 'unable')
      ? undefined
      : '没有明显社会危害，并且当事人确无能力履行的，才不再执行'
  },
}

/** Something was done on the spot before it is reported as done. */
export const executedOnce: Gate = {
  id: 'executed-once',
  basis: `${LAW}第三十四条`,
  refuse: (view) =>
    takenOf(view, 'execute') || takenOf(view, 'demolish') || takenOf(view, 'book-proceeds')
      ? undefined
      : '还没有实施强制执行的记录',
}

/** What is done on the spot is what was decided, in the way that was decided (强制法第三十七条第二款第三项). */
export function wayIs(id: string, ways: readonly string[]): Gate {
  return {
    id,
    basis: `${LAW}第三十七条第二款第三项`,
    refuse: (view) => {
      const way = textOf(view, 'way')
      return ways.includes(way) ? undefined : `决定的强制执行方式是“${way}”，请用对应的操作登记`
    },
  }
}

/** Everything agreed has been paid or done. */
export const agreementKept: Gate = {
  id: 'agreement-kept',
  basis: `${LAW}第四十二条第二款`,
  refuse: (view) => {
    const root = rootRun(view.state)
    const open = debtorsOf(view).filter(({ id }) => root.facts.party[id]?.['is-performed'] !== true)
    return open.length === 0 ? undefined : `${namesOf(open)}的履行情况还没有登记`
  },
}
