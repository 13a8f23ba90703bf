import type { AnyProcedure } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { sourceFitting } from './refuse-origin.ts'
import { type CaseState, type FactValues, type Party, rootRun, type Violation } from './state.ts'

export type TakenOver = {
  readonly parties: readonly Party[]
  readonly violations: readonly Violation[]
  readonly facts: FactValues
}

/** What the opening of a procedure is filled in with from the case that it comes from; people still look over it. */
export function takeOver(procedures: Procedures, procedure: AnyProcedure, from: CaseState): TakenOver {
  const run = rootRun(from)
  const there = getProcedure(procedures, run.procedure, run.version)
  const takes: Readonly<Record<string, string | undefined>> = sourceFitting(procedure, from)?.takes ?? {}
  const facts = (procedure.opening?.asks ?? []).flatMap((name) => {
    const source = takes[name] ?? name
    const [mine, other, value] = [procedure.facts[name], there.facts[source], run.facts.case[source]]
    const isSame = mine?.per === 'case' && other?.per === 'case' && mine.kind === other.kind
    const isChoice = mine?.choices === undefined || mine.choices.includes(String(value))
    return isSame && isChoice && value !== undefined ? [[name, value] as const] : []
  })
  return {
    parties: from.parties,
    violations: procedure.opening?.violations ? from.violations : [],
    facts: Object.fromEntries(facts),
  }
}
