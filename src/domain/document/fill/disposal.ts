import { DISPOSAL } from '../../case/gates/custody-decision.ts'
import type { PortionRow, Thing } from '../../custody/thing.ts'
import { getProcedure } from '../../procedure/procedures.ts'
import type { Filling } from './filling.ts'
import { listed } from './wording.ts'

type Words = (things: string, measures: string) => string

const SAID: Readonly<Record<string, Words>> = {
  没收: (things) => `上述没收的财物，在案的有：${things}。`,
  '解除、返还': (things, measures) => `解除${measures}并返还当事人：${things}。`,
  销毁: (things) => `依法销毁在案的${things}。`,
}

/** What the decision makes of the things in custody, by what is decided; in the words of the addressee's own draft. */
export function disposalSentences({ root, state, env, party }: Filling): readonly string[] {
  const value = party && root.facts.party[party.id]?.[DISPOSAL]
  const rows = Array.isArray(value) ? (value as unknown as readonly PortionRow[]) : []
  const measureOf = ({ run: id }: Thing) => {
    const run = state.runs.find((item) => item.id === id)
    return run ? getProcedure(env.procedures, run.procedure, run.version).title : ''
  }
  return Object.entries(SAID).flatMap(([fate, words]) => {
    const told = rows
      .filter((row) => row.fate === fate)
      .flatMap((row) => {
        const thing = state.things?.find(({ id }) => id === row.thing)
        return thing ? [{ thing, quantity: row.quantity }] : []
      })
    if (told.length === 0) return []
    const measures = [...new Set(told.map(({ thing }) => measureOf(thing)))]
    return [words(listed(told.map(({ thing, quantity }) => named(thing, quantity))), listed(measures))]
  })
}

function named({ name, spec, unit }: Thing, quantity: string): string {
  return `${name}${spec === '' ? '' : `（${spec}）`}${quantity}${unit}`
}
