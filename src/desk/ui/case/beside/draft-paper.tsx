import '../paper.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import { draftPaperPath } from '../../../lib/case/case-calls.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { readFile } from '../../../lib/request.ts'
import { Paper } from '../paper.tsx'
import { PaperChoice, partyTabs } from '../paper-choice.tsx'

type Props = { readonly answer: CaseAnswer; readonly run: string }

/** The decision as the draft would have it printed, drawn anew when the case moves. */
export function DraftPaper({ answer: { state, version }, run }: Props) {
  const [party, setParty] = useState(state.parties[0]?.id)
  const { data, error, isPending } = useQuery({
    queryKey: ['draft-paper', state.id, version, run, party],
    queryFn: ({ signal }) => readFile(draftPaperPath(state.id, run, party), signal),
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return (
    <section className="of-parties" aria-label="拟稿">
      <PaperChoice label="给哪一个当事人的" tabs={partyTabs(state.parties)} chosen={party} onChoose={setParty}>
        {isPending && <p className="hint paper-wait">正在排出拟稿…</p>}
        {error && <p className="notice soon">{sentenceOf(error)}</p>}
        {data && <Paper file={data} title="拟稿" />}
      </PaperChoice>
      <p className="hint">按现在的拟稿排出，没有编号，没有盖章；拟稿一改，审核和讨论的结论就失效。</p>
    </section>
  )
}
