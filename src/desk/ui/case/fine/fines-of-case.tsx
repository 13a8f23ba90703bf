import './fine.css'
import { useQuery } from '@tanstack/react-query'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import { fineSheet, fineTotals } from '#domain/discretion/fine-sheet.ts'
import { formatFact } from '#domain/form/format-fact.ts'
import { fineOfAct } from '../../../lib/case/fine-of-act.ts'
import { hintsQuery } from '../../../lib/case/hints-query.ts'
import { FineLines } from './fine-lines.tsx'

/** How the fines of the case follow from their ranges, and what each party is to pay in all. */
export function FinesOfCase({ state }: { readonly state: CaseState }) {
  const facts = rootRun(state).facts.violation
  const fined = state.violations.filter(({ id }) => typeof facts[id]?.fine === 'number')
  const { data } = useQuery({ ...hintsQuery(state.id), enabled: fined.length > 0 })
  if (fined.length === 0) return null
  const sheets = fined.map((violation) => {
    const isDrafted = typeof facts[violation.id]?.['final-fine'] === 'number'
    const asked = fineOfAct(state, violation, isDrafted ? 'final-fine' : 'fine', {
      tiers: data?.tiers[violation.id] ?? [],
    })
    return { violation, asked, lines: fineSheet(asked) }
  })
  const totals = fineTotals(sheets.map(({ violation: { party }, asked }) => ({ party, fineFen: asked.fineFen })))
  const nameOf = (id: string) => state.parties.find((party) => party.id === id)?.name ?? ''
  return (
    <section className="facts" aria-label="罚款是怎样算出来的">
      <h3>罚款是怎样算出来的</h3>
      {sheets.map(({ violation: { id, party, cause }, lines }) => (
        <FineLines key={id} lines={lines} title={state.parties.length > 1 ? `${nameOf(party)}：${cause}` : cause} />
      ))}
      {sheets.length > 1 && (
        <ul className="fine-totals" aria-label="各当事人的罚款合计">
          {totals.map(({ party, acts, fineFen }) => (
            <li key={party}>
              <span>
                {nameOf(party)}：{acts} 项合并
              </span>
              <b>{formatFact({ kind: 'money' }, fineFen)}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
