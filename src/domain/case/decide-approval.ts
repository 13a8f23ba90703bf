import { isHandler, refuseActor, roleTitle } from '../access/acting.ts'
import type { Role } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { type CaseCommand, type Decision, refused, told } from './command.ts'
import { takeEffect } from './effects.ts'
import type { Environment, Person } from './environment.ts'
import type { Refusal } from './refusal.ts'
import { refuseByRule } from './rules.ts'
import type { Attachment, CaseState, Proposal, Run } from './state.ts'
import { storyOf, tell } from './story.ts'
import { viewOf } from './view.ts'

type ApprovalCommand = Exclude<CaseCommand, { type: 'take' }>
type Asked = {
  readonly env: Environment
  readonly state: CaseState
  readonly run: Run
  readonly proposal: Proposal
  readonly actor: Person
}

const APPROVAL_BASIS = '《行政处罚法》第五十七条第一款'

/** Agree, return, hand over, withdraw and remind: the same for every action of every procedure. */
export function decideApproval(
  env: Environment,
  state: CaseState,
  run: Run,
  command: ApprovalCommand,
  actor: Person,
): Decision {
  const proposal = run.proposals.find((item) => item.id === command.proposal)
  if (!proposal) return refused(refusal('stale', '这项报批已经有了结果，请刷新页面'))
  const asked = { env, state, run, proposal, actor }
  const forbidden = refuseApproval(asked, command) ?? refuseMove(asked, command)
  if (forbidden) return refused(forbidden)
  return command.type === 'agree' ? agree(asked, command) : { ok: true, events: [eventOf(asked, command)] }
}

/** The role whose agreement comes next. */
export function nextRole(proposal: Proposal): Role {
  const role = proposal.approval[proposal.agreed.length]
  if (!role) throw new Error(`proposal ${proposal.id} waits for nobody`)
  return role
}

/** Why this person may not do this with the proposal; proposals are agreed to by others than their author. */
export function refuseApproval(asked: Omit<Asked, 'env'>, command: { readonly type: ApprovalCommand['type'] }) {
  const { state, run, proposal, actor } = asked
  if (command.type === 'withdraw' || command.type === 'remind') return refuseAuthor(asked)
  if (proposal.by === actor.id) return refusal('own-proposal', '本人报批的事项由他人审批')
  if (command.type === 'move' && mayHandOn(asked)) return undefined
  if (proposal.movedTo !== undefined) return refuseMoved(proposal.movedTo, actor)
  return refuseActor(nextRole(proposal), actor, state, run)
}

/** What a handler has proposed who handles the case no more is the business of those who handle it now. */
function refuseAuthor({ state, proposal, actor }: Omit<Asked, 'env'>): Refusal | undefined {
  const hasTakenOver = state.formerHandlers.includes(proposal.by) && isHandler(actor, state)
  return proposal.by === actor.id || hasTakenOver ? undefined : refusal('own-proposal', '由报批的人办理')
}

/**
 * What was handed over to one person by name is handed on by whoever could have agreed, and by the head of the agency: that person
 * may be away.
 */
function mayHandOn({ state, run, proposal, actor }: Omit<Asked, 'env'>): boolean {
  const roles = [nextRole(proposal), 'agency-head'] as const
  return proposal.movedTo !== undefined && roles.some((role) => !refuseActor(role, actor, state, run))
}

function refuseMoved(movedTo: string, actor: Person): Refusal | undefined {
  return movedTo === actor.id ? undefined : refusal('moved', '已经转交他人审批')
}

function eventOf({ run, proposal }: Asked, command: Exclude<ApprovalCommand, { type: 'agree' }>) {
  const about = { run: run.id, proposal: proposal.id }
  switch (command.type) {
    case 'return':
      return {
        type: 'approval-returned',
        ...about,
        role: nextRole(proposal),
        reason: command.reason,
        ...attached(command.attachments),
      } as const
    case 'move':
      return { type: 'approval-moved', ...about, to: command.to, reason: command.reason } as const
    case 'withdraw':
      return { type: 'proposal-withdrawn', ...about } as const
    case 'remind':
      return { type: 'approval-reminded', ...about } as const
  }
}

/** The last agreement brings the action into effect; its gates are judged again on that day. */
function agree(asked: Asked, { opinion, attachments }: Extract<ApprovalCommand, { type: 'agree' }>): Decision {
  const { env, state, run, proposal, actor } = asked
  const action = getProcedure(env.procedures, run.procedure, run.version).stages[run.stage]?.actions[proposal.action]
  if (!action) return refused(refusal('stale', '案件已经离开报批时的环节，请退回重报'))
  const role = nextRole(proposal)
  const about = { run: run.id, proposal: proposal.id }
  const given = { type: 'approval-given', ...about, role, opinion, ...attached(attachments) } as const
  const story = tell(storyOf(env, state, actor.id), given)
  if (proposal.agreed.length + 1 < proposal.approval.length) return { ok: true, events: story.events }
  if (env.other?.id !== proposal.other?.id)
    return refused(refusal('stale', '请刷新页面，看过要并入的案件现在的情况再审批'))
  const { facts, evidence, scenes = [] } = proposal
  const others = { ...run, proposals: run.proposals.filter((item) => item !== proposal) }
  const view = viewOf({ env, state, run: others, actor, action: proposal.action, facts, evidence })
  const refusals = refuseByRule(view, action, 'input')
  if (refusals.length > 0) return refused(...refusals)
  const performed = { run: run.id, name: proposal.action, action, facts, evidence, scenes, proposal: proposal.id }
  return told(takeEffect(story, performed))
}

/** It is handed over only to somebody who holds the role that comes next. */
function refuseMove(asked: Asked, command: ApprovalCommand): Refusal | undefined {
  if (command.type !== 'move') return undefined
  const { env, state, run, proposal } = asked
  const role = nextRole(proposal)
  const to = env.person(command.to)
  if (to && to.id !== proposal.by && !refuseActor(role, to, state, run)) return undefined
  return refusal('move', `请选一位${roleTitle(role)}`)
}

function refusal(gate: string, sentence: string): Refusal {
  return { gate, basis: APPROVAL_BASIS, sentence }
}

/** Files, where there are any. */
export function attached(attachments: readonly Attachment[] = []): { readonly attachments?: readonly Attachment[] } {
  return attachments.length === 0 ? {} : { attachments }
}
