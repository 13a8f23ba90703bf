import { movable, refusePortions } from '../custody/ledger.ts'
import { MOVEMENTS } from '../custody/movement.ts'
import type { Portion, ThingRow } from '../custody/thing.ts'
import type { Action } from '../procedure/definition.ts'
import { portionsTold } from './portions-told.ts'
import type { Refusal } from './refusal.ts'
import { thingsOf } from './things-of.ts'
import type { CaseView } from './view.ts'

/** The gate of an act for which no thing is there; screens fold such acts away. */
export const NOTHING_TO_MOVE = 'nothing-to-move'

/** Portions are of what the list has, and never more than is there and may go that way; photos are evidence of this case. */
export function refuseThings(view: CaseView, action: Action, when: 'offer' | 'input'): readonly Refusal[] {
  const { things } = action
  if (!things) return []
  const refuse = (sentence: string | undefined): readonly Refusal[] =>
    sentence === undefined ? [] : [{ gate: 'custody', basis: action.basis, sentence, ...fieldOf(things.fact) }]
  if (things.does === 'list') return refuse(refusePhotos(view, rowsIn<ThingRow>(view, things.fact)))
  const listed = thingsOf(view.state, view.run)
  const told = toldIn(view, things.fact)
  const { drafted } = (things.fact !== undefined && view.procedure.facts[things.fact]) || {}
  if (drafted) return refuse(refusePortions(listed, things.does, told))
  if (listed.every((thing) => movable(thing, things.does as 'lapse') === 0))
    return refuse(`现在没有可以${MOVEMENTS[things.does].title}的物品`).map((refusal) => ({
      ...refusal,
      gate: NOTHING_TO_MOVE,
    }))
  if (when === 'offer') return []
  return refuse(refusePortions(listed, things.does, told))
}

function toldIn({ procedure, input, run, parties }: CaseView, name: string | undefined): readonly Portion[] {
  const among = { typed: input, known: run.facts, parties: parties.map(({ id }) => id) }
  return portionsTold(procedure, name, among).flatMap(({ portions }) => portions)
}

function refusePhotos({ state, addedEvidence }: CaseView, rows: readonly ThingRow[]): string | undefined {
  const known = new Set([...state.evidence, ...addedEvidence].map(({ id }) => id))
  const row = rows.findIndex(({ photos }) => photos.some((id) => !known.has(id)))
  return row < 0 ? undefined : `第 ${row + 1} 行的照片不在本案证据里，请先添加为证据`
}

function rowsIn<R>({ input }: CaseView, name: string | undefined): readonly R[] {
  const value = name === undefined ? undefined : input.case[name]
  return Array.isArray(value) ? (value as unknown as readonly R[]) : []
}

function fieldOf(field: string | undefined): { readonly field?: string } {
  return field === undefined ? {} : { field }
}
