import type { CaseAnswer } from '#contract/cases.ts'
import { MAIN_RUN, rootRun } from '#domain/case/state.ts'
import { FactTable } from './fact-table.tsx'
import { FinesOfCase } from './fine/fines-of-case.tsx'
import { CaseHints } from './hints/case-hints.tsx'
import { ItemOfCase } from './item-of-case.tsx'
import { ViolationList } from './violation-list.tsx'

/** The case as it has been found out so far: acts with their bases and ranges, then every fact. */
export function CaseFacts({ answer }: { readonly answer: CaseAnswer }) {
  const { state } = answer
  return (
    <div className="case-facts">
      <h2 className="unseen">案情</h2>
      <CaseHints state={state} />
      <ItemOfCase state={state} />
      <ViolationList state={state} />
      <FinesOfCase state={state} />
      <FactTable
        state={state}
        run={MAIN_RUN}
        facts={rootRun(state).facts}
        people={answer.people}
        evidence={state.evidence}
      />
    </div>
  )
}
