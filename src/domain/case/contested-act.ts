import { citation, isDecision } from '../document/fill/issued-documents.ts'
import { DOCUMENT_KINDS } from '../document/registry.ts'
import { type CaseState, type Run, rootRun } from './state.ts'

/** Papers by which something is done to a party beside the decision of the case, and against which there is a remedy of its own. */
const BESIDE: readonly string[] = [
  'preservation-decision',
  'seizure-decision',
  'seizure-extension',
  'seizure-disposal',
  'seizure-lift',
  'freeze-decision',
  'freeze-extension',
  'power-cut-decision',
  'correction-order',
  'execution-decision',
  'substitute-decision',
  'surcharge-decision',
  'compensation-decision',
]
/** Papers that refuse to begin at all. */
const REFUSING: readonly string[] = ['request-rejection']

/** What is contested where no paper was made out, because nothing was done (行政复议法第十一条、行政诉讼法第十二条). */
export const INACTION = '不履行法定职责'

/** The acts of a case that a dispute may be about, the newest last, and that nothing was done; of a dispute, what that one is about. */
export function contestableActs(state: CaseState): readonly string[] {
  const said = contestedIn(rootRun(state))
  if (said !== '') return [said]
  const acts = state.documents.filter((paper) => !paper.voided && isContestable(paper.code))
  return [...new Set([...acts.map(citation), INACTION])]
}

/** Whether a paper is an act against which there is a remedy. */
export const isContestable = (code: string): boolean =>
  isDecision({ code }) || BESIDE.includes(code) || REFUSING.includes(code)

const titlesOf = (fits: (code: string) => boolean): readonly string[] => [
  ...new Set(DOCUMENT_KINDS.filter(({ code }) => fits(code)).map(({ title }) => title)),
]
export const BESIDE_TITLES = titlesOf((code) => BESIDE.includes(code))
export const OTHER_TITLES = titlesOf((code) => isContestable(code) && !BESIDE.includes(code))

/** What a review or lawsuit is about, as it was written down when it came in. */
export function contestedIn({ facts }: Pick<Run, 'facts'>): string {
  const { contested } = facts.case
  return typeof contested === 'string' ? contested : ''
}

/** Whether it is about the decision of the case: what it names only beside that, such as a seizure, leaves the decision as it is. */
export function isAboutDecision(run: Pick<Run, 'facts'>): boolean {
  const said = contestedIn(run)
  const names = (titles: readonly string[]) => titles.some((title) => said.includes(title))
  return names(OTHER_TITLES) || !(names(BESIDE_TITLES) || said.includes(INACTION))
}

/** The procedure inside the case that made out the contested paper; the case itself where none is named. */
export function contestedRun(state: CaseState, dispute: Run): Run {
  const said = contestedIn(dispute)
  const paper = state.documents.findLast((one) => !one.voided && isContestable(one.code) && said.includes(nameOf(one)))
  return state.runs.find(({ id }) => id === paper?.run) ?? rootRun(state)
}

const nameOf = (paper: CaseState['documents'][number]): string => paper.number ?? citation(paper)
