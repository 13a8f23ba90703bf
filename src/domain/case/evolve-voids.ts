import type { EventOf } from './event.ts'
import type { CaseState, Run } from './state.ts'

type Paper = CaseState['documents'][number]
type OfPaper = EventOf<'document-voided'> | EventOf<'void-asked'> | EventOf<'void-refused'>

/** A void paper keeps its place, its number and the reason. */
export function evolveVoids(state: CaseState, event: OfPaper): CaseState {
  const change = (paper: Paper): Paper => (paper.id === event.document ? changed(paper, event) : paper)
  return { ...state, documents: state.documents.map(change) }
}

function changed({ voidAsked, ...paper }: Paper, event: OfPaper): Paper {
  if (event.type === 'document-voided') return { ...paper, voided: event.reason }
  if (event.type === 'void-refused') return paper
  const { reason, role, by, on } = event
  return { ...paper, voidAsked: { reason, role, by, on } }
}

/** What the act made of the run and of those whom it concerned is gone; what was typed in stays, to be mended. */
export function undone(run: Run, { act, stage, parties }: EventOf<'act-undone'>): Run {
  const taken = run.taken.filter(({ seq }) => seq !== act)
  if (!parties) return { ...run, stage, taken }
  const { result, results = {}, ...rest } = run
  const kept = Object.entries(results).filter(([party]) => !parties.includes(party))
  const left = kept.length > 0 ? { results: Object.fromEntries(kept), ...(result !== undefined && { result }) } : {}
  return { ...rest, ...left, stage, taken }
}
