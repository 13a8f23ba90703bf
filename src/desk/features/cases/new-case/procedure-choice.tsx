import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { ENFORCEMENT_KINDS } from '#domain/procedure/enforcement-kinds.ts'
import { kindOf } from '#domain/procedure/kind-of.ts'

type Props = {
  readonly procedures: readonly AnyProcedure[]
  readonly chosen: AnyProcedure | undefined
  readonly onChoose: (procedure: AnyProcedure) => void
}

/** Every procedure that may be opened here, by kind of enforcement, each with what it is for. */
export function ProcedureChoice({ procedures, chosen, onChoose }: Props) {
  if (procedures.length === 0) {
    return <p className="notice">您的岗位不登记这类案件。线索由执法人员登记，申请由窗口人员登记。</p>
  }
  const groups = ENFORCEMENT_KINDS.map((kind) => ({
    kind,
    members: procedures.filter((procedure) => kindOf(procedure) === kind),
  })).filter(({ members }) => members.length > 0)
  return (
    <fieldset className="field procedure-choice">
      <legend>适用的程序</legend>
      {groups.map(({ kind, members }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset is read twice
        <div key={kind} role="group" aria-label={kind}>
          <h2>{kind}</h2>
          {members.map((procedure) => (
            <label key={procedure.code} className="choice">
              <input
                type="radio"
                name="procedure"
                checked={chosen?.code === procedure.code}
                onChange={() => onChoose(procedure)}
              />
              <span>
                {procedure.title}
                {procedure.opening?.purpose && <small>{procedure.opening.purpose}</small>}
                <small className="muted">{procedure.basis}</small>
              </span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  )
}
