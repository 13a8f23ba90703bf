import { thingsOf } from '../../case/things-of.ts'
import { quantityText } from '../../custody/quantity.ts'
import type { Thing } from '../../custody/thing.ts'
import { formatFact } from '../../form/format-fact.ts'
import type { ThingLine } from '../merge-blocks.ts'
import { type Filling, issuingAction } from './filling.ts'

type Words = Readonly<Record<string, unknown>>

/** The things of a paper: those that its action lists, the portions that it moves, or else the whole list of the run. */
export function thingLines(filling: Filling): readonly ThingLine[] {
  const things = issuingAction(filling)?.action.things
  if (things?.does === 'list') return rowsIn(filling, things.fact).map(listedLine)
  if (things?.fact !== undefined) return portionLines(filling, things.fact)
  return thingsOf(filling.state, filling.run).map((thing, index) => thingLine(thing, index + 1))
}

function portionLines(filling: Filling, fact: string): readonly ThingLine[] {
  const { things = [] } = filling.state
  const lines = rowsIn(filling, fact).map((row, index) => {
    const thing = things.find(({ id }) => id === row.thing)
    if (!thing) return undefined
    const line = thingLine(thing, index + 1)
    const quantity = wordIn(row, 'quantity')
    // The value was put down for the whole.
    return { ...line, quantity, note: wordIn(row, 'fate'), value: quantity === line.quantity ? line.value : '' }
  })
  return lines.filter((line) => line !== undefined)
}

function thingLine({ name, spec, unit, amount, valueFen, condition, seal }: Thing, no: number): ThingLine {
  const value = valueFen === undefined ? '' : formatFact({ kind: 'money' }, valueFen)
  return { no, name, spec, unit, quantity: quantityText(amount), value, condition, note: sealed(seal) }
}

function listedLine(row: Words, index: number): ThingLine {
  const value = wordIn(row, 'value')
  return {
    no: index + 1,
    name: wordIn(row, 'name'),
    spec: wordIn(row, 'spec'),
    unit: wordIn(row, 'unit'),
    quantity: wordIn(row, 'quantity'),
    value: value === '' ? '' : `${value} 元`,
    condition: wordIn(row, 'condition'),
    note: [wordIn(row, 'kept'), sealed(wordIn(row, 'seal'))].filter((word) => word !== '').join('，'),
  }
}

function sealed(seal: string): string {
  return seal === '' ? '' : `封条 ${seal}`
}

function wordIn(row: Words, key: string): string {
  const value = row[key]
  return typeof value === 'string' ? value : ''
}

function rowsIn({ run }: Filling, fact: string | undefined): readonly Words[] {
  const value: unknown = fact === undefined ? undefined : run.facts.case[fact]
  return Array.isArray(value) ? value.filter((row): row is Words => typeof row === 'object' && row !== null) : []
}
