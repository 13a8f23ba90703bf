import { actionsOf, type Placed } from './actions-of.ts'
import type { Known } from './check.ts'
import type { AnyProcedure } from './definition.ts'
import type { SceneDemand } from './scene-demand.ts'

/** A title, and the place in it or the number of the document. */
const BASIS = /^《[^《》]+》(第[零〇一二三四五六七八九十百千]+条|（.+〔\d{4}〕\d+号）)/

/** Scenes that do not exist, that rest on nothing, that ask for less than the country does, or that nothing could wait for. */
export function recordProblems(definition: AnyProcedure, known: Known): readonly string[] {
  return actionsOf(definition).flatMap((placed) => [
    ...(placed.action.records ?? []).flatMap((demand) => demandProblems(placed, demand, known)),
    ...endProblems(definition, placed),
  ])
}

function demandProblems({ where, action }: Placed, demand: SceneDemand, { scenes }: Known): readonly string[] {
  const { scene: code, duty } = demand
  const scene = scenes.get(code)
  if (!scene) return [`${where} records ${code}, which is no scene`]
  const strange = (demand.media ?? []).filter((medium) => !scene.media.includes(medium))
  return [
    ...(BASIS.test(scene.basis)
      ? []
      : [`scene ${code} rests on “${scene.basis}”, which is no article and no document`]),
    ...(scene.duty === 'must' && duty !== 'must' ? [`${where} records ${code} as needed, which must be recorded`] : []),
    ...(demand.onlyIf ?? [])
      .filter(({ fact }) => !action.asks?.includes(fact))
      .map(({ fact }) => `${where} records ${code} by what ${fact} says, which it does not ask for`),
    ...strange.map((medium) => `${where} records ${code} by ${medium}, by which it is not recorded`),
  ]
}

/** Recordings come in after the act; where the case is over with it, no step is left that could wait for them. */
function endProblems({ opening, stages }: AnyProcedure, { where, action }: Placed): readonly string[] {
  const isOver = opening !== undefined && action.to !== undefined && stages[action.to]?.ends !== undefined
  return isOver && (action.records ?? []).length > 0
    ? [`${where} records a scene and ends the case, so that nothing waits for the recording`]
    : []
}
