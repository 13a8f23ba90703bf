import './facts.css'
import type { CaseState } from '#domain/case/state.ts'

/** What each party is said to have done, on which clauses, and the range of the penalty. */
export function ViolationList({ state }: { readonly state: CaseState }) {
  return state.violations.map((violation) => (
    <section key={violation.id} className="facts">
      <h3>违法行为：{violation.cause}</h3>
      <dl>
        {state.parties.length > 1 && (
          <Line term="当事人" text={state.parties.find(({ id }) => id === violation.party)?.name ?? ''} />
        )}
        <Line term="违反的规定" text={violation.basisViolated} />
        <Line term="处罚依据" text={violation.basisPenalty} />
        <Line term="处罚幅度" text={violation.rangeText} />
      </dl>
    </section>
  ))
}

function Line({ term, text }: { readonly term: string; readonly text: string }) {
  if (text === '') return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  )
}
