import type { AnyProcedure, Source } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import type { Environment } from './environment.ts'
import { type CaseState, type Origin, rootRun } from './state.ts'

type CaseSource = Exclude<Source, 'clue'>

/** 线索 are cases of a procedure of their own; a case comes from one when it was decided to make a case of it. */
const OF_CLUE: CaseSource = { procedure: 'clue', outcomes: ['filed'] }

/** Why a case of this procedure may not come from that clue or case, or from nothing; nothing where it may. */
export function refuseOrigin(
  env: Environment,
  procedure: AnyProcedure,
  origin: Origin | undefined,
): string | undefined {
  const { title, opening } = procedure
  if (!origin) return opening?.needsOrigin ? `“${title}”由原来的案件产生，请在原案里新建` : undefined
  return env.origin ? refuseCase(env, procedure, env.origin) : '来源案件不存在'
}

function refuseCase(env: Environment, procedure: AnyProcedure, from: CaseState): string | undefined {
  const run = rootRun(from)
  const fitting = sourcesOf(procedure).filter((source) => source.procedure === run.procedure)
  const { title } = procedure
  const other = getProcedure(env.procedures, run.procedure, run.version).title
  if (fitting.length === 0) return `“${title}”不由“${other}”产生`
  return fitting.some((source) => hasComeTo(from, source)) ? undefined : `“${from.name}”的办理结果不能产生“${title}”`
}

/** The source of an opening that this case is, where it is one. */
export function sourceFitting(procedure: AnyProcedure, from: CaseState): CaseSource | undefined {
  return sourcesOf(procedure).find((source) => source.procedure === rootRun(from).procedure && hasComeTo(from, source))
}

function sourcesOf({ opening }: AnyProcedure): readonly CaseSource[] {
  return (opening?.from ?? []).map((source) => (source === 'clue' ? OF_CLUE : source))
}

function hasComeTo(from: CaseState, { outcomes }: CaseSource): boolean {
  const { outcome, result } = rootRun(from)
  return outcomes === undefined || outcomes.includes(outcome ?? result ?? '')
}
