import type { CaseState } from '../case/state.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'

const NAME = /^[\p{Script=Han}·•]{2,12}$/u
const WHOLLY_HIDDEN = /证人|举报人|投诉人|受害人|被害人/u

export type PeopleNamed = {
  readonly people: readonly string[]
  /** Witnesses, informers and victims: not even their surnames are shown. */
  readonly hidden: readonly string[]
}

/** Natural persons whom the case names in facts that only its handlers see, such as 被询问人 and 见证人. */
export function peopleNamed(state: CaseState, procedures: Procedures): PeopleNamed {
  const found = state.runs.flatMap((run) => {
    const { facts } = getProcedure(procedures, run.procedure, run.version)
    const people = Object.entries(facts).filter(([, fact]) => fact.kind === 'text' && /人$/u.test(fact.title))
    const values = [run.facts.case, ...Object.values(run.facts.party), ...Object.values(run.facts.violation)]
    return values.flatMap((named) =>
      people.flatMap(([key, { title }]) => namesIn(named[key]).map((name) => ({ name, title }))),
    )
  })
  const hidden = found.filter(({ title }) => WHOLLY_HIDDEN.test(title)).map(({ name }) => name)
  return { people: found.map(({ name }) => name).filter((name) => !hidden.includes(name)), hidden }
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'string') return []
  return value
    .split(/[、，,；;\s（(]/u)
    .map((name) => name.trim())
    .filter((name) => NAME.test(name) && !name.includes('某') && name.length <= (name.includes('·') ? 12 : 4))
}
