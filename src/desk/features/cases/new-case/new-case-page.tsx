import './new-case.css'
import { useState } from 'react'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { useSession } from '../../../lib/session-context.ts'
import { useTitle } from '../../../lib/use-title.ts'
import { NewCaseForm } from './new-case-form.tsx'
import { openableBy } from './openable-by.ts'
import { ProcedureChoice } from './procedure-choice.tsx'

/** 新建案件: choose a procedure, then fill in what its opening asks. */
export function NewCasePage() {
  const { session } = useSession()
  const procedures = openableBy(session.roles)
  const [chosen, setChosen] = useState<AnyProcedure | undefined>(procedures.length === 1 ? procedures[0] : undefined)
  useTitle('新建案件')
  return (
    <main className="new-case" aria-label="新建案件">
      <h1>新建案件</h1>
      <ProcedureChoice procedures={procedures} chosen={chosen} onChoose={setChosen} />
      {chosen && <NewCaseForm key={chosen.code} procedure={chosen} />}
    </main>
  )
}
