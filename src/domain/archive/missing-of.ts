import { type CaseState, rootRun } from '../case/state.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import type { ListedItem } from './catalogue.ts'

/** What keeps a dossier from being handed over, each with what would be right. */
export function missingOf(procedures: Procedures, state: CaseState, items: readonly ListedItem[]): readonly string[] {
  const untypeset = items.filter(({ kind, file }) => kind === 'document' && !file)
  return [
    ...notEnded(procedures, state),
    ...untypeset.map(({ title }) => `《${title}》还没有排版成文件，一般在几秒之内完成，请稍后再看`),
    ...(items.length === 0 ? ['卷内还没有一份材料'] : []),
  ]
}

function notEnded(procedures: Procedures, state: CaseState): readonly string[] {
  if (state.endedOn) return []
  const root = rootRun(state)
  const stage = getProcedure(procedures, root.procedure, root.version).stages[root.stage]?.title ?? root.stage
  return [`案件还在“${stage}”环节，办结以后才能移交`]
}
