import { type ReactNode, useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import { findRun, MAIN_RUN } from '#domain/case/state.ts'
import { TabPanel } from '../../tabs/tab-panel.tsx'
import { CaseFacts } from '../case-facts.tsx'
import { CaseRuns } from '../case-runs.tsx'
import { DocumentList } from '../document-list.tsx'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { CaseHints } from '../hints/case-hints.tsx'
import { Timeline } from '../timeline.tsx'
import { DraftPaper } from './draft-paper.tsx'

const SIDES = {
  draft: '拟稿',
  facts: '案情',
  documents: '文书',
  evidence: '证据',
  runs: '送达和听证',
  timeline: '经过',
} as const
type Side = keyof typeof SIDES | 'more'

type Props = {
  readonly answer: CaseAnswer
  /** The review or panel; the draft is that of the procedure which opened it. */
  readonly run: string
  /** One more side, such as the form of what is decided here. */
  readonly more?: { readonly title: string; readonly content: ReactNode } | undefined
}

/** Everything that is read before somebody judges the draft, beginning with the draft itself. */
export function RecordText({ answer, run, more }: Props) {
  const [side, setSide] = useState<Side>('draft')
  const { state, documents } = answer
  const counts: Partial<Record<Side, number>> = { documents: documents.length, evidence: state.evidence.length }
  const tabs = [
    ...(Object.keys(SIDES) as (keyof typeof SIDES)[]).map((name) => ({
      name: name as Side,
      title: SIDES[name] as string,
      count: counts[name],
    })),
    ...(more ? [{ name: 'more' as const, title: more.title }] : []),
  ]
  return (
    <TabPanel label="卷宗的各个方面" tabs={tabs} chosen={side} onChoose={setSide}>
      {side === 'more' ? more?.content : <Shown side={side} answer={answer} run={run} />}
    </TabPanel>
  )
}

function Shown({ side, answer, run }: Omit<Props, 'more'> & { readonly side: keyof typeof SIDES }) {
  const { state } = answer
  if (side === 'draft')
    return (
      <>
        <CaseHints state={state} isFolded />
        <DraftPaper answer={answer} run={findRun(state, run)?.parent ?? MAIN_RUN} />
      </>
    )
  if (side === 'facts') return <CaseFacts answer={answer} />
  if (side === 'documents') return <DocumentList answer={answer} />
  if (side === 'evidence') return <EvidenceList caseId={state.id} evidence={state.evidence} />
  if (side === 'runs') return <CaseRuns answer={answer} />
  return <Timeline entries={answer.timeline} people={answer.people} />
}
