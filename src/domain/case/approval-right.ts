import { isHandler, refuseActor } from '../access/acting.ts'
import type { Role } from '../procedure/definition.ts'
import type { CaseCommand } from './command.ts'
import { outstandingOf } from './countersigning.ts'
import type { Person } from './environment.ts'
import type { Refusal } from './refusal.ts'
import type { CaseState, Proposal, Run } from './state.ts'

const APPROVAL_BASIS = '《行政处罚法》第五十七条第一款'
const COUNTERSIGNING_BASIS = '内部管理：送其他机构会签的事项，会签以后审批'

/** A proposal that waits, and somebody who would do something with it. */
export type AskedOf = {
  readonly state: CaseState
  readonly run: Run
  readonly proposal: Proposal
  readonly actor: Person
}

type Verb = Exclude<CaseCommand['type'], 'take' | 'consult' | 'countersign' | 'release'>

/** The role whose agreement comes next. */
export function nextRole(proposal: Proposal): Role {
  const role = proposal.approval[proposal.agreed.length]
  if (!role) throw new Error(`proposal ${proposal.id} waits for nobody`)
  return role
}

/** Why this person may not do this with the proposal; proposals are agreed to by others than their author. */
export function refuseApproval(asked: AskedOf, command: { readonly type: Verb }): Refusal | undefined {
  const { proposal, actor } = asked
  if (command.type === 'withdraw' || command.type === 'remind') return refuseAuthor(asked)
  if (proposal.by === actor.id) return approvalRefusal('own-proposal', '本人报批的事项由他人审批')
  if (command.type === 'move' && mayHandOn(asked)) return undefined
  return refuseNext(asked) ?? (command.type === 'agree' ? refuseUnheard(proposal) : undefined)
}

/** Who agrees next: whoever holds the role, or the one person to whom it was handed over. */
function refuseNext({ state, run, proposal, actor }: AskedOf): Refusal | undefined {
  if (proposal.movedTo === undefined) return refuseActor(nextRole(proposal), actor, state, run)
  return proposal.movedTo === actor.id ? undefined : approvalRefusal('moved', '已经转交他人审批')
}

/** What a handler has proposed who handles the case no more is the business of those who handle it now. */
export function refuseAuthor({ state, proposal, actor }: AskedOf): Refusal | undefined {
  return isOrFollows(state, proposal.by, actor) ? undefined : approvalRefusal('own-proposal', '由报批的人办理')
}

/** It was this person's doing, or that of a handler whose place they have taken. */
export function isOrFollows(state: CaseState, by: string, actor: Person): boolean {
  return by === actor.id || (state.formerHandlers.includes(by) && isHandler(actor, state))
}

/**
 * What was handed over to one person by name is handed on by whoever could have agreed, and by the head of the agency: that person
 * may be away.
 */
function mayHandOn({ state, run, proposal, actor }: AskedOf): boolean {
  const roles = [nextRole(proposal), 'agency-head'] as const
  return proposal.movedTo !== undefined && roles.some((role) => !refuseActor(role, actor, state, run))
}

/** Who was asked is heard first; an objection stops nothing. */
function refuseUnheard(proposal: Proposal): Refusal | undefined {
  const names = outstandingOf(proposal).map(({ name }) => name)
  if (names.length === 0) return undefined
  return countersigningRefusal('countersigning', `还在等${names.join('、')}会签，答复以后再审批；等不了的，先收回会签`)
}

export function approvalRefusal(gate: string, sentence: string): Refusal {
  return { gate, basis: APPROVAL_BASIS, sentence }
}

export function countersigningRefusal(gate: string, sentence: string, field?: string): Refusal {
  return { gate, basis: COUNTERSIGNING_BASIS, sentence, ...(field === undefined ? {} : { field }) }
}
