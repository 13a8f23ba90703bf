import './new-case.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { caseQuery } from '../../../lib/case/case-query.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { useSession } from '../../../lib/session-context.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { NewCaseForm } from './new-case-form.tsx'
import { openableBy, openableFrom } from './openable-by.ts'
import { openingFromCase } from './opening-from-case.ts'
import { OriginLine } from './origin-line.tsx'
import { ProcedureChoice } from './procedure-choice.tsx'

/** 新建案件: choose a procedure, then fill in what its opening asks. */
export function NewCasePage() {
  // In the address, so that a reload comes back to the form with what was typed.
  const { from } = useSearch({ from: '/cases/new' })
  useTitle('新建案件')
  return (
    <main className="new-case" aria-label="新建案件">
      <h1>新建案件</h1>
      {from === undefined ? <Choice origin={undefined} /> : <FromCase caseId={from} />}
    </main>
  )
}

function FromCase({ caseId }: { readonly caseId: string }) {
  const { data, error } = useQuery(caseQuery(caseId))
  if (error) return <p className="notice">{sentenceOf(error)}</p>
  if (!data) return <p className="empty">正在读来源案件…</p>
  return (
    <>
      <OriginLine from={data.state} />
      <Choice origin={data.state} />
    </>
  )
}

function Choice({ origin }: { readonly origin: Parameters<typeof openableFrom>[1] | undefined }) {
  const { session } = useSession()
  const procedures = origin ? openableFrom(session.roles, origin) : openableBy(session.roles)
  const navigate = useNavigate()
  const { procedure } = useSearch({ from: '/cases/new' })
  const chosen = procedures.length === 1 ? procedures[0] : procedures.find(({ code }) => code === procedure)
  return (
    <>
      <ProcedureChoice
        procedures={procedures}
        chosen={chosen}
        onChoose={(choice) =>
          void navigate({ to: '/cases/new', search: (old) => ({ ...old, procedure: choice?.code }), replace: true })
        }
      />
      {chosen && (
        <NewCaseForm
          key={chosen.code}
          procedure={chosen}
          origin={origin && { kind: 'case', id: origin.id, filled: openingFromCase(chosen, origin) }}
        />
      )}
    </>
  )
}
