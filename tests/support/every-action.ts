import type { RawFacts } from '#domain/case/command.ts'
import { type CaseState, MAIN_RUN, NO_FACTS, type Run } from '#domain/case/state.ts'
import type { Action, AnyProcedure, Role } from '#domain/procedure/definition.ts'
import { PROCEDURES } from '#procedures/index.ts'

export type EveryAction = {
  readonly procedure: AnyProcedure
  readonly stage: string
  readonly name: string
  readonly action: Action
}

/** Every action of every procedure at every stage that offers it. */
export const EVERY_ACTION: readonly EveryAction[] = [...PROCEDURES.values()].flatMap((procedure) =>
  Object.entries(procedure.stages).flatMap(([stage, { actions }]) =>
    Object.entries(actions).map(([name, action]) => ({ procedure, stage, name, action })),
  ),
)

export const titleOf = ({ procedure, stage, name }: EveryAction): string => `${procedure.code} ${stage} ${name}`

export const firstRole = ({ by }: Action): Role => [by].flat()[0] ?? 'handler'

/** The run in which the action is taken once the case has been put at its stage. */
export const runOf = ({ procedure }: Pick<EveryAction, 'procedure'>): string =>
  procedure.opening ? MAIN_RUN : `${procedure.code}-run`

/** The same case put at a stage, with nothing known of it yet; a procedure that only runs inside others gets a run of its own. */
export function putAt(state: CaseState, procedure: AnyProcedure, stage: string): CaseState {
  const [main, ...others] = state.runs
  if (!main) throw new Error('a case has a run')
  const { code, version } = procedure
  const own = { id: runOf({ procedure }), procedure: code, version, stage, facts: NO_FACTS, clocks: [], proposals: [] }
  if (procedure.opening) return { ...state, runs: [{ ...main, ...own }, ...others] }
  const child: Run = { ...own, parent: MAIN_RUN, openedSeq: state.seq, taken: [] }
  return { ...state, runs: [...state.runs, child] }
}

/** This value in this field, for the first party or violation where it is asked of them. */
export function factsWith(state: CaseState, procedure: AnyProcedure, name: string, value: unknown): RawFacts {
  const per = procedure.facts[name]?.per ?? 'case'
  if (per === 'case') return { case: { [name]: value } }
  const id = ownerOf(state, per)
  return { [per]: { [id]: { [name]: value } } }
}

export function fieldOf(state: CaseState, procedure: AnyProcedure, name: string): string {
  const per = procedure.facts[name]?.per ?? 'case'
  return per === 'case' ? name : `${name}@${ownerOf(state, per)}`
}

function ownerOf(state: CaseState, per: 'party' | 'violation'): string {
  return (per === 'party' ? state.parties : state.violations)[0]?.id ?? ''
}
