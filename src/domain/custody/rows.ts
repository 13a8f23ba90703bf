import { moneyFromText } from '../form/money.ts'
import { quantityFromText } from './quantity.ts'
import { FATE_TITLES, type Fate, KEPT, type Portion, type PortionRow, type Thing, type ThingRow } from './thing.ts'

/** Rows that `checkFact` has let through, as things of a list; the caller gives ids, day and document. */
export function thingOf(row: ThingRow, no: number): Omit<Thing, 'id' | 'run' | 'listedOn' | 'life'> {
  const quantity = quantityFromText(row.quantity)
  const value = moneyFromText(row.value)
  if (!quantity.ok) throw new Error(`quantity ${row.quantity} was not checked`)
  return {
    no,
    name: row.name,
    spec: row.spec,
    unit: row.unit,
    amount: quantity.amount,
    ...(row.value !== '' && value.ok ? { valueFen: value.fen } : {}),
    condition: row.condition,
    place: KEPT[row.kept] ?? 'officers',
    shelf: row.place,
    seal: row.seal,
    photos: row.photos,
  }
}

/** Portions as the ledger counts them. */
export function portionOf({ thing, quantity, fate }: PortionRow): Portion {
  const read = quantityFromText(quantity)
  if (!read.ok) throw new Error(`quantity ${quantity} was not checked`)
  const decided = fate === undefined ? undefined : fateNamed(fate)
  return { thing, amount: read.amount, ...(decided === undefined ? {} : { fate: decided }) }
}

function fateNamed(title: string): Fate | undefined {
  return (Object.keys(FATE_TITLES) as Fate[]).find((fate) => FATE_TITLES[fate] === title)
}
