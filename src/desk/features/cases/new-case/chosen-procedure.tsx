import { useNavigate, useSearch } from '@tanstack/react-router'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { NewCaseForm } from './new-case-form.tsx'
import { ProcedureChoice } from './procedure-choice.tsx'
import type { OpeningStart } from './use-opening.ts'

type Props = {
  readonly procedures: readonly AnyProcedure[]
  readonly startOf: (chosen: AnyProcedure) => OpeningStart
}

/** The list of procedures until one is chosen, then its form and the way back to the list. */
export function ChosenProcedure({ procedures, startOf }: Props) {
  const navigate = useNavigate()
  const { procedure } = useSearch({ from: '/cases/new' })
  const chosen = procedures.length === 1 ? procedures[0] : procedures.find(({ code }) => code === procedure)
  const choose = (code: string | undefined) =>
    void navigate({ to: '/cases/new', search: (old) => ({ ...old, procedure: code }) })
  if (!chosen) return <ProcedureChoice procedures={procedures} chosen={chosen} onChoose={({ code }) => choose(code)} />
  return (
    <>
      <p className="chosen-procedure">
        <b>{chosen.title}</b> <span className="muted">{chosen.basis}</span>
        {procedures.length > 1 && (
          <button type="button" className="button plain small" onClick={() => choose(undefined)}>
            换一个程序
          </button>
        )}
      </p>
      <NewCaseForm key={chosen.code} procedure={chosen} start={startOf(chosen)} />
    </>
  )
}
