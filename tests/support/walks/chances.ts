import { refuseAnyRole } from '#domain/access/acting.ts'
import { openRuns } from '#domain/case/open-runs.ts'
import type { CaseState, Run } from '#domain/case/state.ts'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { shortestPaths } from '#domain/procedure/paths.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { type LawOffice, PEOPLE, type Who } from '../law-office.ts'
import { BACKWARD } from './honest-clerk.ts'

/** An action that stands at the stage of an open run. */
export type Chance = {
  readonly run: Run
  readonly procedure: AnyProcedure
  readonly name: string
  readonly action: Action
}

/** What may be done in a case as it stands, by anybody and by each; kept until the case moves, for it is asked many times before. */
export class Chances {
  private readonly office: LawOffice
  private readonly known = new Map<Who | 'all', readonly Chance[]>()
  private seen: CaseState | undefined

  constructor(office: LawOffice) {
    this.office = office
  }

  all(): readonly Chance[] {
    return this.once('all', () => everyChance(this.office))
  }

  of(who: Who): readonly Chance[] {
    return this.once(who, () => this.inRoleOf(who))
  }

  private once(whose: Who | 'all', find: () => readonly Chance[]): readonly Chance[] {
    if (this.seen !== this.office.case) this.known.clear()
    this.seen = this.office.case
    const found = this.known.get(whose) ?? find()
    this.known.set(whose, found)
    return found
  }

  /** Many actions of a run ask for the same roles. */
  private inRoleOf(who: Who): readonly Chance[] {
    const answers = new Map<string, boolean>()
    return this.all().filter(({ run, action: { by } }) => {
      const asked = `${run.id} ${by}`
      const may = answers.get(asked) ?? !refuseAnyRole(by, PEOPLE[who], this.office.case, run)
      answers.set(asked, may)
      return may
    })
  }
}

function everyChance({ env, case: state }: LawOffice): readonly Chance[] {
  return openRuns(state).flatMap((run) => {
    const procedure = getProcedure(env.procedures, run.procedure, run.version)
    const actions = Object.entries(procedure.stages[run.stage]?.actions ?? {})
    return actions.map(([name, action]) => ({ run, procedure, name, action }))
  })
}

export const keyOf = ({ run, name }: Chance): string => `${run.id}/${run.stage}/${name}`
export const movesOn = ({ run, action }: Chance): boolean => action.to !== undefined && action.to !== run.stage

/** By its name, or because it comes no farther from the beginning than where the run stands. */
export function leadsBack({ run, procedure, name, action }: Chance): boolean {
  if (BACKWARD.includes(name)) return true
  if (action.to === undefined || action.to === run.stage) return false
  const depths = depthsOf(procedure)
  return (depths.get(action.to) ?? 0) < (depths.get(run.stage) ?? 0)
}

const DEPTHS = new WeakMap<AnyProcedure, ReadonlyMap<string, number>>()

function depthsOf(procedure: AnyProcedure): ReadonlyMap<string, number> {
  const known = DEPTHS.get(procedure)
  if (known) return known
  const depths = new Map(shortestPaths(procedure).map(({ to, steps }) => [to, steps.length]))
  DEPTHS.set(procedure, depths)
  return depths
}
