import { refuseActor, roleTitle } from '../access/acting.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { type AskedOf, nextRole, approvalRefusal as refusal, refuseApproval } from './approval-right.ts'
import { attached } from './attached.ts'
import { type CaseCommand, type Decision, refused, told } from './command.ts'
import { type CountersigningCommand, decideCountersigning } from './decide-countersigning.ts'
import { takeEffect } from './effects.ts'
import type { Environment, Person } from './environment.ts'
import type { Refusal } from './refusal.ts'
import { refuseByRule } from './rules.ts'
import type { CaseState, Run } from './state.ts'
import { storyOf, tell } from './story.ts'
import { viewOf } from './view.ts'

type AnyCommand = Exclude<CaseCommand, { type: 'take' }>
type ApprovalCommand = Exclude<AnyCommand, CountersigningCommand>
type Asked = AskedOf & { readonly env: Environment }

/** Agree, return, hand over, withdraw, remind and hear others: the same for every action of every procedure. */
export function decideApproval(
  env: Environment,
  state: CaseState,
  run: Run,
  command: AnyCommand,
  actor: Person,
): Decision {
  const proposal = run.proposals.find((item) => item.id === command.proposal)
  if (!proposal) return refused(refusal('stale', '这项报批已经有了结果，请刷新页面'))
  const asked = { env, state, run, proposal, actor }
  if (isCountersigning(command)) return decideCountersigning(asked, command)
  const forbidden = refuseApproval(asked, command) ?? refuseMove(asked, command)
  if (forbidden) return refused(forbidden)
  return command.type === 'agree' ? agree(asked, command) : { ok: true, events: [eventOf(asked, command)] }
}

const COUNTERSIGNING: ReadonlySet<string> = new Set(['consult', 'countersign', 'release'])

function isCountersigning(command: AnyCommand): command is CountersigningCommand {
  return COUNTERSIGNING.has(command.type)
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
