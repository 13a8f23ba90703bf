import './runs.css'
import type { CaseAnswer } from '#contract/cases.ts'
import { procedureOfRun } from '../../lib/case/procedure-of.ts'
import { runTitle } from '../../lib/case/run-title.ts'
import { longDay } from '../../lib/office-time.ts'
import { FactTable } from './fact-table.tsx'

/** Legal review, hearing, panel, delivery, transfer: each with where it stands and what it found. */
export function CaseRuns({ answer }: { readonly answer: CaseAnswer }) {
  const children = answer.state.runs.filter(({ parent }) => parent !== undefined).toReversed()
  return (
    <div className="runs">
      {children.map((run) => (
        <section key={run.id} aria-label={runTitle(answer.state, run.id)} className={run.endedOn ? 'run ended' : 'run'}>
          <h2>{runTitle(answer.state, run.id)}</h2>
          <p className="run-stage">
            {procedureOfRun(run)?.stages[run.stage]?.title ?? run.stage}
            {run.endedOn && ` · ${longDay(run.endedOn)}`}
          </p>
          <FactTable
            state={answer.state}
            run={run.id}
            facts={run.facts}
            people={answer.people}
            evidence={answer.state.evidence}
          />
        </section>
      ))}
    </div>
  )
}
