import { refuseAnyRole } from '../access/acting.ts'
import type { Action, Role } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { nextRole, refuseApproval } from './approval-right.ts'
import { asksOf } from './concerned.ts'
import { refuseConsult, refuseCountersign, releasableBy } from './decide-countersigning.ts'
import type { Environment, Person } from './environment.ts'
import { openRuns } from './open-runs.ts'
import type { Refusal } from './refusal.ts'
import { refuseByRule } from './rules.ts'
import { boundForNext } from './scene-debts.ts'
import { type DemandedScene, demandedScenes } from './scene-words.ts'
import { type CaseState, NO_FACTS, type Proposal, type Run } from './state.ts'
import { viewOf } from './view.ts'

/** One step that the procedure knows at this stage: open to the actor, or with every reason why it is not. */
export type Offer = {
  readonly run: string
  readonly action: string
  readonly title: string
  readonly by: readonly Role[]
  readonly approval: readonly Role[]
  readonly basis: string
  readonly asks: readonly string[]
  /** Whom it is about; only they are asked of and addressed. */
  readonly parties: readonly string[]
  readonly adds?: 'evidence' | 'delivery' | 'handlers' | 'payment' | 'reversal'
  /** Another case is chosen, into which this one goes over. */
  readonly joins?: true
  /** Scenes that the act shows, as they stand in the agency today; `isBound`: a recording waits for the act already. */
  readonly records: readonly OfferedScene[]
  readonly movesOn: boolean
  /** Whether the role is the actor's; what others do is shown, but never as the next step. */
  readonly isYours: boolean
  readonly refusals: readonly Refusal[]
}

/** What changes by place and day of a scene; where it begins and what is said on it stand in the list of scenes. */
export type OfferedScene = Pick<DemandedScene, 'code' | 'duty' | 'media' | 'basis' | 'onlyIf' | 'demonstration'> & {
  readonly isBound: boolean
}

export type ApprovalOffer = {
  readonly run: string
  readonly proposal: string
  readonly action: string
  readonly title: string
  readonly waitsFor: Role
  readonly may: readonly ('agree' | 'return' | 'move' | 'withdraw' | 'remind' | 'consult' | 'countersign')[]
  /** Those whose countersigning this person may take back. */
  readonly mayRelease: readonly string[]
}

/** What can be done now in every open run, judged by the same rules that will judge the act. */
export function offersOf(env: Environment, state: CaseState, actor: Person): readonly Offer[] {
  return openRuns(state).flatMap((run) => {
    const procedure = getProcedure(env.procedures, run.procedure, run.version)
    const actions = Object.entries(procedure.stages[run.stage]?.actions ?? {})
    return actions.map(([name, action]) => offerOf(env, state, run, name, action, actor))
  })
}

export function approvalsOf(env: Environment, state: CaseState, actor: Person): readonly ApprovalOffer[] {
  return openRuns(state).flatMap((run) => run.proposals.map((proposal) => approvalOf(env, state, run, proposal, actor)))
}

function offerOf(env: Environment, state: CaseState, run: Run, name: string, action: Action, actor: Person): Offer {
  const view = viewOf({ env, state, run, actor, action: name, facts: NO_FACTS, evidence: [] })
  const forbidden = refuseAnyRole(action.by, actor, state, run)
  const refusals = refuseByRule(view, action, 'offer')
  return {
    run: run.id,
    action: name,
    title: action.title,
    by: [action.by].flat(),
    approval: action.approval ?? [],
    basis: action.basis,
    asks: asksOf(view.procedure, action, state),
    parties: view.parties.map(({ id }) => id),
    ...(action.adds === undefined ? {} : { adds: action.adds }),
    ...(action.joins ? { joins: true as const } : {}),
    records: demandedScenes(env, action).map((scene) => offered(env, state, run, scene)),
    movesOn: action.to !== undefined && action.to !== run.stage,
    isYours: forbidden === undefined,
    refusals: forbidden ? [forbidden, ...refusals] : refusals,
  }
}

function offered({ today, now }: Environment, state: CaseState, run: Run, scene: DemandedScene): OfferedScene {
  const { code, duty, media, basis, onlyIf, demonstration } = scene
  const bound = boundForNext(state, run, code, { on: today, word: { actedAt: now } })
  const isBound = bound.some(({ medium }) => media.includes(medium))
  return { code, duty, media, basis, onlyIf, demonstration, isBound }
}

function approvalOf(env: Environment, state: CaseState, run: Run, proposal: Proposal, actor: Person): ApprovalOffer {
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const title = procedure.stages[run.stage]?.actions[proposal.action]?.title ?? proposal.action
  const asked = { state, run, proposal, actor }
  const may = (['agree', 'return', 'move', 'withdraw', 'remind'] as const).filter(
    (type) => refuseApproval(asked, { type }) === undefined,
  )
  return {
    run: run.id,
    proposal: proposal.id,
    action: proposal.action,
    title,
    waitsFor: nextRole(proposal),
    may: [
      ...may,
      ...(refuseConsult(asked) ? [] : (['consult'] as const)),
      ...(refuseCountersign(asked) ? [] : (['countersign'] as const)),
    ],
    mayRelease: releasableBy(asked).map(({ of }) => of),
  }
}
