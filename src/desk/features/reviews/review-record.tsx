import { useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import { CaseFacts } from '../../ui/case/case-facts.tsx'
import { CaseRuns } from '../../ui/case/case-runs.tsx'
import { DocumentList } from '../../ui/case/document-list.tsx'
import { EvidenceList } from '../../ui/case/evidence/evidence-list.tsx'
import { Timeline } from '../../ui/case/timeline.tsx'
import { BoundRecordings } from '../../ui/player/bound-recordings.tsx'

type Props = { readonly answer: CaseAnswer; readonly run: string }

const SIDES = {
  facts: '案情',
  documents: '文书',
  evidence: '证据',
  recordings: '音像',
  runs: '送达和听证',
  timeline: '经过',
} as const
type Side = keyof typeof SIDES

/** Everything that was sent for review, read without leaving the points. */
export function ReviewRecord({ answer }: Props) {
  const [side, setSide] = useState<Side>('facts')
  return (
    <section className="review-record" aria-label="卷宗">
      <div className="case-tabs" role="tablist" aria-label="卷宗的各个方面">
        {(Object.keys(SIDES) as Side[]).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`record-${name}`}
            aria-selected={name === side}
            aria-controls="record"
            className="case-tab"
            onClick={() => setSide(name)}
          >
            {SIDES[name]}
          </button>
        ))}
      </div>
      <div id="record" role="tabpanel" aria-labelledby={`record-${side}`}>
        <Shown side={side} answer={answer} />
      </div>
    </section>
  )
}

function Shown({ side, answer }: { readonly side: Side; readonly answer: CaseAnswer }) {
  if (side === 'facts') return <CaseFacts answer={answer} />
  if (side === 'documents') return <DocumentList answer={answer} />
  if (side === 'evidence') return <EvidenceList evidence={answer.state.evidence} />
  if (side === 'recordings') return <BoundRecordings state={answer.state} />
  if (side === 'runs') return <CaseRuns answer={answer} />
  return <Timeline entries={answer.timeline} people={answer.people} />
}
