import { type CaseState, findRun } from '#domain/case/state.ts'
import { documentKindTitle } from './document-titles.ts'
import { procedureOfRun } from './procedure-of.ts'

/** A child procedure with what it is about: 送达：行政处罚告知书，南屏某店. Empty for the case's own. */
export function runTitle(state: CaseState, runId: string): string {
  const run = findRun(state, runId)
  if (!run?.parent) return ''
  const title = procedureOfRun(run)?.title ?? run.procedure
  const document = state.documents.find(({ id }) => id === run.document)
  const party = state.parties.length > 1 ? state.parties.find(({ id }) => id === run.party)?.name : undefined
  const about = [document && documentKindTitle(document.code), party].filter(Boolean).join('，')
  return about ? `${title}：${about}` : title
}
