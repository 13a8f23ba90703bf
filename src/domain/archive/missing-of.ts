import { type CaseState, rootRun } from '../case/state.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { recipeIn } from '../signing/signing-recipe.ts'
import type { ListedItem } from './catalogue.ts'

/** What keeps a dossier from being handed over, each with what would be right. */
export function missingOf(procedures: Procedures, state: CaseState, items: readonly ListedItem[]): readonly string[] {
  const untypeset = items.filter(({ kind, file }) => kind === 'document' && !file)
  return [
    ...notEnded(procedures, state),
    ...untypeset.map(({ title }) => `《${title}》还没有排版成文件，一般在几秒之内完成，请稍后再看`),
    ...uncopied(state, items).map(({ title }) => `《${title}》的签名件还没有生成，一般在几秒之内完成，请稍后再看`),
    ...(items.length === 0 ? ['卷内没有材料，不用移交'] : []),
  ]
}

function uncopied(state: CaseState, items: readonly ListedItem[]): readonly ListedItem[] {
  const copied = new Set(items.map(({ copy }) => copy?.document))
  return items.filter(({ kind, id }) => kind === 'document' && !copied.has(id) && recipeIn(state, id))
}

function notEnded(procedures: Procedures, state: CaseState): readonly string[] {
  if (state.endedOn) return []
  const root = rootRun(state)
  const stage = getProcedure(procedures, root.procedure, root.version).stages[root.stage]?.title ?? root.stage
  return [`案件还在“${stage}”环节，办结以后才能移交`]
}
