import { type PlainDate, parsePlainDate } from '../../calendar/plain-date.ts'
import type { Environment } from '../../case/environment.ts'
import { type CaseState, type FactValue, type IssuedDocument, type Party, type Run, rootRun } from '../../case/state.ts'
import type { Action, AnyProcedure } from '../../procedure/definition.ts'
import { mayIssue } from '../../procedure/papers-of.ts'
import { getProcedure } from '../../procedure/procedures.ts'
import type { AgencyBlock, DocumentData } from '../merge-data.ts'

export type FillInput = {
  readonly env: Environment
  readonly state: CaseState
  readonly run: Run
  readonly document: IssuedDocument
  readonly agency: AgencyBlock
  readonly isDraft?: boolean
  /** The action whose paper is shown before it is taken. */
  readonly action?: string
}

/** What the parts of a document are drawn from. */
export type Filling = FillInput & {
  readonly root: Run
  readonly procedure: AnyProcedure
  /** The addressee, for kinds made per party. */
  readonly party?: Party
}

/** The blocks of one kind, laid over what all kinds have. */
export type Filler = (filling: Filling) => Partial<DocumentData>

export function fillingOf(input: FillInput): Filling {
  const { env, state, run, document } = input
  const root = rootRun(state)
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const party = state.parties.find((item) => item.id === document.party)
  return { ...input, root, procedure, ...(party ? { party } : {}) }
}

/** A case fact as text; '' where it is not known. */
export function textIn(run: Run, name: string): string {
  return asText(run.facts.case[name])
}

export function asText(value: FactValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function dateIn(run: Run, name: string): PlainDate | undefined {
  return parsePlainDate(textIn(run, name))
}

export function holdsIn(run: Run, name: string): boolean {
  return run.facts.case[name] === true
}

export function peopleIn(run: Run, name: string): readonly string[] {
  const value = run.facts.case[name]
  return Array.isArray(value) ? value : []
}

export function nameOf({ env }: Pick<Filling, 'env'>, id: string | null | undefined): string {
  return (id && env.person(id)?.name) || ''
}

export type TakenAction = {
  readonly action: Action
  readonly on?: PlainDate
  readonly by?: string | null
  readonly proposedOn?: PlainDate
  readonly agreed: Run['taken'][number]['agreed']
  readonly countersigning?: Run['taken'][number]['countersigning']
}

/** The action that issues the document: the last one taken that does; in a preview the one that the run now offers, or that waits to be agreed to. */
export function issuingAction({ run, procedure, document, isDraft, action: asked }: Filling): TakenAction | undefined {
  const actions = Object.values(procedure.stages).flatMap((stage) => Object.entries(stage.actions))
  const issuing = actions.filter(([, action]) => doesIssue(action, document.code))
  const taken = isDraft ? undefined : run.taken.findLast((item) => issuing.some(([name]) => name === item.action))
  const here = Object.entries(procedure.stages[run.stage]?.actions ?? {}).filter(([, item]) =>
    mayIssue(item, document.code),
  )
  const offered = here.find(([name]) => name === asked) ?? here[0]
  const action = issuing.find(([name]) => name === taken?.action)?.[1] ?? offered?.[1] ?? issuing[0]?.[1]
  if (!action) return undefined
  return { agreed: [], ...(taken ?? pendingOf(run, asked)), action }
}

/** What was said so far of the proposal that is waiting, so that whoever decides on it reads it on the paper. */
function pendingOf({ proposals }: Run, asked: string | undefined): Omit<TakenAction, 'action'> | undefined {
  const found = proposals.find(({ action }) => action === asked)
  if (!found) return undefined
  const { by, on, agreed, countersigning } = found
  return { by, proposedOn: on, agreed, ...(countersigning && { countersigning }) }
}

/** Of its own case, or of the one that it splits off. */
function doesIssue(action: Action, code: string): boolean {
  return mayIssue(action, code) || action.splits?.issues.includes(code) === true
}
