import type { DocumentData } from '#domain/document/merge-data.ts'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { fillIssued } from './filled-documents.ts'
import { done, type LawOffice } from './law-office.ts'
import { somePaper } from './some-paper.ts'
import { ACTORS, walkSteps } from './walk-path.ts'
import { walkable } from './walkable-paths.ts'

/** A paper that may be chosen where a case stands. */
export type Choice = {
  readonly procedure: AnyProcedure
  readonly office: LawOffice
  readonly run: string
  readonly stage: string
  readonly name: string
  readonly action: Action
  readonly paper: string
}

/** Every paper that may be chosen along the shortest paths of a procedure; the same one at each moment at which it is offered. */
export function choicesOf(procedure: AnyProcedure): readonly Choice[] {
  const moments = walkable(procedure).flatMap((path) => [...walkSteps(procedure, path)].map((office) => office.copy()))
  return moments.flatMap((office) => choicesIn(office, procedure))
}

function choicesIn(office: LawOffice, procedure: AnyProcedure): readonly Choice[] {
  const run = office.case.runs.findLast((item) => item.procedure === procedure.code && !item.endedOn)
  if (!run) return []
  const where = { procedure, office, run: run.id, stage: run.stage }
  return Object.entries(procedure.stages[run.stage]?.actions ?? {}).flatMap(([name, action]) =>
    (action.chooses?.among ?? []).map((paper) => ({ ...where, name, action, paper })),
  )
}

/** Issues it in a copy of the case, agreed to by whoever must; nothing where it would go to a party and there is none. */
export function issueChosen({ office: at, run, name, action, paper }: Choice): DocumentData | undefined {
  const { chooses, approval = [] } = action
  const isToParty = DOCUMENT_KINDS.find(({ code }) => code === paper)?.per === 'party'
  if (at.case.parties.length === 0 && isToParty) return undefined
  const office = at.copy()
  const facts = { case: { [chooses?.fact ?? '']: somePaper({ choices: [paper] }) } }
  done(office.do('lin', { type: 'take', run, action: name, facts, evidence: [], scenes: {} }))
  office.agreeAll(...approval.map((role) => ACTORS[role]))
  return fillIssued(office, paper)
}
