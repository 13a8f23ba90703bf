import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { isRunning, isSuspended, lastDayOf } from '../case/clock.ts'
import { type CaseState, findRun, type Run } from '../case/state.ts'
import { documentTitleOf } from '../document/document-title.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { decisionsOn } from './decisions-on.ts'
import { inCustody, type Ledger, ledgerOf } from './ledger.ts'
import { MOVEMENTS } from './movement.ts'
import { quantityText } from './quantity.ts'
import { FATE_TITLES, PLACE_TITLES, type Place, type Thing } from './thing.ts'

export type StoreRow = {
  readonly thing: string
  readonly no: number
  readonly name: string
  readonly spec: string
  readonly seal: string
  readonly shelf: string
  readonly measure: string
  readonly listedOn: PlainDate
  readonly amount: string
  readonly places: string[]
  readonly fates: string[]
  readonly where: Place[]
  readonly dueOn: PlainDate | null
  readonly dueTitle: string | null
  readonly daysLeft: number | null
  /** By what was decided what is still here: the papers on which it may leave. */
  readonly papers: { readonly id: string; readonly title: string; readonly number: string | null }[]
}

/** What of a case is still in custody today, each thing with the term that presses it. */
export function storeRows(procedures: Procedures, state: CaseState, today: PlainDate): readonly StoreRow[] {
  return (state.things ?? [])
    .filter((thing) => inCustody(thing) > 0)
    .map((thing) => rowOf(procedures, state, thing, today))
}

function rowOf(procedures: Procedures, state: CaseState, thing: Thing, today: PlainDate): StoreRow {
  const ledger = ledgerOf(thing)
  const run = findRun(state, thing.run)
  const due = dueOf(procedures, state, thing, ledger)
  const { no, name, spec, seal, listedOn, unit } = thing
  return {
    thing: thing.id,
    no,
    name,
    spec,
    seal,
    shelf: thing.life.findLast(({ shelf }) => shelf !== undefined)?.shelf ?? thing.shelf,
    measure: run ? getProcedure(procedures, run.procedure, run.version).title : '',
    listedOn,
    amount: `${quantityText(thing.amount - ledger.left)}${unit}`,
    places: amountsOf(PLACE_TITLES, ledger.places, unit),
    fates: amountsOf(FATE_TITLES, ledger.fates, unit),
    where: (Object.keys(ledger.places) as Place[]).filter((place) => ledger.places[place] > 0),
    dueOn: due?.on ?? null,
    dueTitle: due?.title ?? null,
    daysLeft: due ? daysBetween(today, due.on) : null,
    papers: decisionsOn(state, thing).map(({ id, code, issuedOn, number = null }) => ({
      id,
      title: documentTitleOf(code, issuedOn),
      number,
    })),
  }
}

function amountsOf<K extends string>(
  titles: Readonly<Record<K, string>>,
  accounts: Readonly<Record<K, number>>,
  unit: string,
): string[] {
  const keys = (Object.keys(accounts) as K[]).filter((key) => accounts[key] > 0)
  return keys.map((key) => `${titles[key]} ${quantityText(accounts[key])}${unit}`)
}

type Due = { readonly on: PlainDate; readonly title: string }

/** What is released goes back at once (强制法第二十八条第二款); what nothing was decided about has the term of its measure. */
function dueOf(procedures: Procedures, state: CaseState, thing: Thing, { fates }: Ledger): Due | undefined {
  const released = thing.life.find(({ movement, fate }) => (MOVEMENTS[movement].toFate ?? fate) === 'release')
  if (fates.release > 0 && released) return { on: released.on, title: '应当立即返还' }
  const run = fates.held > 0 ? findRun(state, thing.run) : undefined
  return run && nearestTerm(getProcedure(procedures, run.procedure, run.version), run)
}

/** Of the terms that bind the office; until when the party may ask for review is no term of the thing. */
function nearestTerm({ clocks }: AnyProcedure, run: Run): Due | undefined {
  const running = run.clocks.filter((clock) => isRunning(clock) && !isSuspended(clock))
  const [nearest] = running
    .flatMap((clock) => {
      const declared = clocks[clock.clock]
      return declared && declared.binds === undefined ? [{ on: lastDayOf(clock), title: declared.title }] : []
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return nearest
}
