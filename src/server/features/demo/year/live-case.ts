import type { OtherCaseInput } from '#contract/cases.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { Environment, Person } from '#domain/case/environment.ts'
import { sceneDebts } from '#domain/case/scene-debts.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Context } from '#server/context.ts'
import { answerProposal, environmentOf, findCase, performAction, standingLaw } from '#server/features/cases/index.ts'
import type { Actor, RequestContext } from '#server/http/request-context.ts'
import { demoCaller } from '../demo-caller.ts'
import type { Chance } from './chance.ts'
import { takeInRecord } from './monitored-record.ts'
import { nextMove } from './next-move.ts'
import type { Plot } from './plot.ts'
import { inOrder, type YearOffice } from './year-office.ts'
import { bindYearRecording } from './year-recordings.ts'

/** A case of the year that is under way. */
export type LiveCase = {
  readonly id: string
  plot: Plot
  readonly office: YearOffice
  readonly chance: Chance
  /** The case into which this one goes over; that one waits for it. */
  main: LiveCase | undefined
  /** How often in a row nothing could be done but wait. */
  waits: number
}

export type Advance = 'moved' | 'agreed' | 'waits' | 'delivered' | 'ended'

/** The next thing that somebody does in the case at this moment, through the commands that the desk calls. */
export async function advance(ctx: Context, live: LiveCase, at: Date): Promise<Advance> {
  const { office, plot, chance } = live
  const { env, state } = await readCase(ctx, live, at)
  if (state.endedOn) return 'ended'
  const owed = sceneDebts(state).find(({ duty }) => duty === 'must')
  const [handler = ''] = state.handlers
  if (owed) {
    await bindYearRecording(callerOf(ctx, office, handler, at, state.seq), state.id, owed)
    return 'moved'
  }
  const byHandler = (version: number) => callerOf(ctx, office, handler, at, version)
  if (await takeInRecord(byHandler, state, plot)) return 'moved'
  const people = inOrder(office, peopleOf(env, office))
  const move = nextMove({ env, state, people, plot, chance })
  if (!move) {
    live.waits += 1
    return 'waits'
  }
  live.waits = 0
  const other = move.isJoint && env.other ? { id: env.other.id, version: env.other.seq } : undefined
  await send(callerOf(ctx, office, move.who.id, at, state.seq), live.id, { command: move.command, other })
  return movedBy(move.command)
}

function movedBy(command: CaseCommand): Advance {
  if (command.type !== 'take') return 'agreed'
  return command.action === 'deliver' ? 'delivered' : 'moved'
}

async function readCase(
  ctx: Context,
  { id, office, main }: LiveCase,
  at: Date,
): Promise<{ env: Environment; state: CaseState }> {
  const { clock } = demoCaller(ctx, [...office.actors.values()][0] as Actor, at, undefined)
  const law = await standingLaw(ctx, office.agencyId)
  const people = [...office.actors.keys()]
  const loaded = await findCase(ctx.db, { caseId: id, agencyId: office.agencyId, people, today: clock.today() })
  if (!loaded) throw new Error(`no case ${id}`)
  const other =
    main && (await findCase(ctx.db, { caseId: main.id, agencyId: office.agencyId, people, today: clock.today() }))
  const known = other ? { ...loaded, other: other.state, people: [...loaded.people, ...other.people] } : loaded
  return { env: environmentOf(clock, law, known), state: loaded.state }
}

function peopleOf(env: Environment, { actors }: YearOffice): readonly Person[] {
  return [...actors.keys()].flatMap((id) => env.person(id) ?? [])
}

/** Somebody of the office at that moment; throws for a stranger. */
export function callerOf(
  ctx: Context,
  { actors }: YearOffice,
  personId: string,
  at: Date,
  version: number | undefined,
): RequestContext {
  const actor = actors.get(personId)
  if (!actor) throw new Error(`${personId} cannot sign in`)
  return { ...demoCaller(ctx, actor, at, version), auditName: YEAR_AUDIT }
}

/** Every command of the year stands in the audit trail under this name. */
export const YEAR_AUDIT = 'demo-year'

type Sent = { readonly command: CaseCommand; readonly other: OtherCaseInput | undefined }

async function send(caller: RequestContext, id: string, { command, other }: Sent): Promise<void> {
  if (command.type === 'take') {
    const { run, action, facts, scenes = {} } = command
    const evidence = command.evidence.map(({ kind, title, source }) => ({ kind, title, source }))
    const { case: ofCase = {}, party = {}, violation = {} } = facts
    await performAction(caller, id, action, {
      run,
      facts: { case: { ...ofCase }, party: copied(party), violation: copied(violation) },
      evidence,
      scenes: { ...scenes },
      ...(other && { other }),
    })
    return
  }
  const { proposal, run } = command
  if (command.type === 'agree')
    await answerProposal(caller, id, proposal, { do: 'agree', run, opinion: command.opinion, ...(other && { other }) })
  if (command.type === 'return')
    await answerProposal(caller, id, proposal, { do: 'return', run, reason: command.reason })
}

type ById = Readonly<Record<string, Readonly<Record<string, unknown>>>>
const copied = (values: ById): Record<string, Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).map(([id, facts]) => [id, { ...facts }]))
