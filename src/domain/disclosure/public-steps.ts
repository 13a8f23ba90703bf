import type { PlainDate } from '../calendar/plain-date.ts'
import { type CaseState, findRun, getRun, type IssuedDocument, type Run } from '../case/state.ts'
import type { Action, AnyProcedure } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'

export type PublicStep = { readonly title: string; readonly on: PlainDate }
type Document = IssuedDocument & { readonly run: string; readonly seq: number }

/** How the decision came about: what moved the procedure on, the procedures inside it, and the delivery; no names. */
export function publicSteps(state: CaseState, procedures: Procedures, document: Document): readonly PublicStep[] {
  const run = getRun(state, document.run)
  const procedure = getProcedure(procedures, run.procedure, run.version)
  const steps = [...ownSteps(run, procedure, document), ...innerSteps(state, procedures, document)]
  const ordered = steps.toSorted((a, b) => a.seq - b.seq).map(({ title, on }) => ({ title, on }))
  const delivered = deliveredOn(state, document)
  return [...newestOfEach(ordered), ...(delivered ? [{ title: '送达', on: delivered }] : [])]
}

/** The last day on which one of those addressed got it; undefined while somebody has not. */
export function deliveredOn(state: CaseState, document: Document): PlainDate | undefined {
  const addressed = document.party === undefined ? state.parties.map((party) => party.id) : [document.party]
  const days = addressed.map((party) => deliveryTo(state, document.id, party))
  return days.some((day) => day === undefined)
    ? undefined
    : days
        .filter((day) => day !== undefined)
        .toSorted()
        .at(-1)
}

function deliveryTo(state: CaseState, document: string, party: string): PlainDate | undefined {
  return state.deliveries.findLast((made) => made.document === document && made.party === party)?.effectiveOn
}

/** The action that issued the document is the last one of its own run. */
function ownSteps(run: Run, procedure: AnyProcedure, document: Document) {
  const actions = actionsOf(procedure)
  return run.taken.flatMap((taken) => {
    const action = actions.get(taken.action)
    const moves = action?.to !== undefined && taken.seq < document.seq && !ONLY_INSIDE.test(action.title)
    return moves ? [{ title: plainTitle(action.title), on: taken.on, seq: taken.seq }] : []
  })
}

function innerSteps(state: CaseState, procedures: Procedures, document: Document) {
  return state.runs.flatMap((run) => {
    const isInside = run.parent === document.run && run.document === undefined && findRun(state, run.parent)
    if (!isInside || !run.endedOn || (run.endedSeq ?? 0) > document.seq) return []
    return [
      { title: getProcedure(procedures, run.procedure, run.version).title, on: run.endedOn, seq: run.endedSeq ?? 0 },
    ]
  })
}

function actionsOf(procedure: AnyProcedure): ReadonlyMap<string, Action> {
  return new Map(Object.values(procedure.stages).flatMap((stage) => Object.entries(stage.actions)))
}

/** Passing a case on from one stage to the next says nothing to the public. */
const ONLY_INSIDE = /^(?:转入|退回)/u

/** The desk says 报请立案 to the officer who does it; to the public it is 立案. */
function plainTitle(title: string): string {
  return title.replace(/^(?:报请|报送|提请|提交)/u, '')
}

function newestOfEach(steps: readonly PublicStep[]): readonly PublicStep[] {
  return steps.filter((step, index) => steps.findLastIndex((other) => other.title === step.title) === index)
}
