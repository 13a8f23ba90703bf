import '../paper.css'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import { draftPaperPath } from '../../../lib/case/case-calls.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { readFile } from '../../../lib/request.ts'
import { Paper } from '../paper.tsx'

type Props = { readonly answer: CaseAnswer; readonly run: string }

/** The decision as the draft would have it printed, drawn anew when the case moves. */
export function DraftPaper({ answer: { state, version }, run }: Props) {
  const id = useId()
  const [party, setParty] = useState(state.parties[0]?.id)
  const { data, error, isPending } = useQuery({
    queryKey: ['draft-paper', state.id, version, run, party],
    queryFn: ({ signal }) => readFile(draftPaperPath(state.id, run, party), signal),
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return (
    <section aria-label="拟稿">
      {state.parties.length > 1 && (
        <div className="field">
          <label htmlFor={id}>给哪一个当事人的</label>
          <select id={id} className="control" value={party} onChange={(event) => setParty(event.target.value)}>
            {state.parties.map(({ id: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {isPending && <p className="hint paper-wait">正在排出拟稿…</p>}
      {error && <p className="notice soon">{sentenceOf(error)}</p>}
      {data && <Paper file={data} title="拟稿" />}
      <p className="hint">按现在的拟稿排出，没有编号，没有盖章；拟稿一改，审核和讨论的结论就失效。</p>
    </section>
  )
}
