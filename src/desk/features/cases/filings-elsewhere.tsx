import { useQuery } from '@tanstack/react-query'
import type { CaseAnswer } from '#contract/cases.ts'
import type { FilingsAnswer } from '#contract/filings.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { rootRun } from '#domain/case/state.ts'
import { FIRST_FILING_BASIS, type FilingElsewhere, firstFilingSentence } from '#domain/jurisdiction/first-filing.ts'
import { read } from '../../lib/request.ts'

/** That another agency has filed the same act, as long as something is still to be decided here. */
export function FilingsElsewhere({ answer: { state } }: { readonly answer: CaseAnswer }) {
  const isAsked = rootRun(state).procedure === 'penalty-ordinary' && !state.endedOn
  const { data } = useQuery({
    queryKey: ['filings', state.id, state.seq],
    queryFn: ({ signal }) => read<FilingsAnswer>(`/api/cases/${encodeURIComponent(state.id)}/filings`, signal),
    enabled: isAsked,
    staleTime: 60_000,
  })
  const said = data && firstFilingSentence(data.elsewhere as FilingElsewhere[], data.filedOn as PlainDate | null)
  if (!isAsked || !said) return null
  return (
    <section aria-label="其他机关的立案" className="notice soon filings-elsewhere">
      <strong>其他机关也立了案</strong>
      <p>{said}</p>
      <p className="hint">{FIRST_FILING_BASIS}</p>
    </section>
  )
}
