import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { isAboutDecision } from './contested-act.ts'
import type { Environment } from './environment.ts'
import { type CaseState, rootRun } from './state.ts'

/** A review or a lawsuit of a party against the decision, from the day on which it was brought to the day on which it ended. */
export type Pause = {
  readonly kind: string
  readonly fromOn: PlainDate
  readonly untilOn?: PlainDate
  /** The case in which this agency answers it; none where somebody wrote it down. */
  readonly caseId?: string
  /** Whether it has changed the decision or done away with it. */
  readonly hasAltered?: true
}

type Subject = { readonly env: Pick<Environment, 'procedures' | 'disputes'>; readonly state: CaseState }

/** Everything about this case that is or was before a reviewing body or a court, whatever act it is about. */
export function pausesOfAnybody({ env, state }: Subject): readonly Pause[] {
  const written = state.parties.flatMap(({ id }) => writtenDown(state, id))
  return [...(env.disputes ?? []).flatMap((dispute) => pauseOf(env, dispute) ?? []), ...written]
}

/** The reviews of and lawsuits against the decision by a party: those that this agency answers in cases of their own, and those that are written down here. */
export function pausesOf(subject: Subject, party: string): readonly Pause[] {
  return [...answeredHere(subject, party), ...writtenDown(subject.state, party)]
}

/** What a party has brought before others, row by row as an officer has written it down. */
export function writtenDown(state: CaseState, party: string): readonly Pause[] {
  const rows = rootRun(state).facts.party[party]?.remedies
  if (!Array.isArray(rows)) return []
  return (rows as readonly Readonly<Record<string, unknown>>[]).flatMap(({ kind, fromOn, untilOn }) => {
    const [from, until] = [parsePlainDate(String(fromOn ?? '')), parsePlainDate(String(untilOn ?? ''))]
    return from === undefined
      ? []
      : [{ kind: String(kind ?? ''), fromOn: from, ...(until === undefined ? {} : { untilOn: until }) }]
  })
}

function answeredHere({ env }: Subject, party: string): readonly Pause[] {
  const ofParty = (env.disputes ?? []).filter(({ parties }) => parties.some(({ id }) => id === party))
  return ofParty.flatMap((dispute) => (isAboutDecision(rootRun(dispute)) ? (pauseOf(env, dispute) ?? []) : []))
}

function pauseOf(env: Subject['env'], dispute: CaseState): Pause | undefined {
  const run = rootRun(dispute)
  const { contests, alters } = getProcedure(env.procedures, run.procedure, run.version)
  if (!contests) return undefined
  const of = { state: dispute, run }
  const pending = { kind: contests.kind, fromOn: contests.from(of) ?? dispute.openedOn, caseId: dispute.id }
  const untilOn = contests.until(of)
  if (untilOn === undefined) return pending
  return { ...pending, untilOn, ...(alters?.(of) && { hasAltered: true }) }
}
