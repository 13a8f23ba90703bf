import './new-case.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ViolationDetail } from '#contract/catalogue.ts'
import { contestableActs } from '#domain/case/contested-act.ts'
import { caseQuery } from '../../../lib/case/case-query.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { read } from '../../../lib/request.ts'
import { useSession } from '../../../lib/session-context.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { BeginByViolation } from './begin-by-violation.tsx'
import { ChosenProcedure } from './chosen-procedure.tsx'
import { FromItem } from './from-item.tsx'
import { FromLicence } from './from-licence.tsx'
import { openableBy, openableFrom } from './openable-by.ts'
import { openingFromCase } from './opening-from-case.ts'
import { OriginLine } from './origin-line.tsx'

/** 新建案件: choose a procedure, then fill in what its opening asks; by itself, from a case or clue, or from an item of the catalogue. */
export function NewCasePage() {
  // In the address, so that a reload comes back to the form with what was typed.
  const { from, violation, item, licence, procedure } = useSearch({ from: '/cases/new' })
  const title = procedure === 'clue' ? '登记线索' : '新建案件'
  useTitle(title)
  return (
    <main className="new-case" aria-label="新建案件">
      <h1>{title}</h1>
      {from && <FromCase caseId={from} />}
      {!from && violation && <FromViolation id={violation} />}
      {!from && !violation && item && <FromItem id={item} />}
      {!from && !violation && !item && licence && <FromLicence licenceId={licence} />}
      {!from && !violation && !item && !licence && <ByItself />}
    </main>
  )
}

const NOTHING = { filled: {} }

function ByItself() {
  const { session } = useSession()
  const procedures = openableBy(session.roles)
  const { procedure } = useSearch({ from: '/cases/new' })
  const judgesActs = procedures.some(({ opening }) => opening?.violations)
  return (
    <>
      {procedure === undefined && (
        <p className="begin-by-item">
          <Link to="/catalogue">从权责清单的事项开始</Link>
        </p>
      )}
      {judgesActs && procedure === undefined && <BeginByViolation />}
      <ChosenProcedure procedures={procedures} startOf={() => NOTHING} />
    </>
  )
}

function FromCase({ caseId }: { readonly caseId: string }) {
  const { session } = useSession()
  const { data, error } = useQuery(caseQuery(caseId))
  if (error) return <p className="notice">{sentenceOf(error)}</p>
  if (!data) return <p className="empty">正在读来源案件…</p>
  const { state } = data
  return (
    <>
      <OriginLine from={state} />
      <ChosenProcedure
        procedures={openableFrom(session.roles, state)}
        startOf={(chosen) => ({
          origin: { kind: 'case', id: state.id },
          acts: contestableActs(state),
          filled: openingFromCase(chosen, state),
        })}
      />
    </>
  )
}

function FromViolation({ id }: { readonly id: string }) {
  const { session } = useSession()
  const { data, error } = useQuery({
    queryKey: ['violation', id],
    queryFn: ({ signal }) => read<ViolationDetail>(`/api/violations/${encodeURIComponent(id)}`, signal),
  })
  if (error) return <p className="notice">{sentenceOf(error)}</p>
  if (!data) return <p className="empty">正在读清单…</p>
  const wanted = data
  return (
    <>
      <p className="notice origin-line">
        <b>{data.cause}</b>
        <br />
        违反：{data.basisViolated}
        <br />
        依据：{data.basisPenalty}
        {data.rangeText && (
          <>
            <br />
            幅度：{data.rangeText}
          </>
        )}
      </p>
      <ChosenProcedure
        procedures={openableBy(session.roles).filter(({ opening }) => opening?.violations)}
        startOf={() => ({ filled: { wanted } })}
      />
    </>
  )
}
