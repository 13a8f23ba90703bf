import './new-case.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSession } from '../../../lib/session-context.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { NewCaseForm } from './new-case-form.tsx'
import { openableBy } from './openable-by.ts'
import { ProcedureChoice } from './procedure-choice.tsx'

/** 新建案件: choose a procedure, then fill in what its opening asks. */
export function NewCasePage() {
  const { session } = useSession()
  const procedures = openableBy(session.roles)
  const navigate = useNavigate()
  // In the address, so that a reload comes back to the form with what was typed.
  const { procedure } = useSearch({ from: '/cases/new' })
  const chosen = procedures.length === 1 ? procedures[0] : procedures.find(({ code }) => code === procedure)
  useTitle('新建案件')
  return (
    <main className="new-case" aria-label="新建案件">
      <h1>新建案件</h1>
      <ProcedureChoice
        procedures={procedures}
        chosen={chosen}
        onChoose={(choice) => void navigate({ to: '/cases/new', search: { procedure: choice?.code }, replace: true })}
      />
      {chosen && <NewCaseForm key={chosen.code} procedure={chosen} />}
    </main>
  )
}
