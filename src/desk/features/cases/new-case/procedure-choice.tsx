import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { RadioList } from '../../../ui/form/radio-list.tsx'

type Props = {
  readonly procedures: readonly AnyProcedure[]
  readonly chosen: AnyProcedure | undefined
  readonly onChoose: (procedure: AnyProcedure | undefined) => void
}

export function ProcedureChoice({ procedures, chosen, onChoose }: Props) {
  if (procedures.length === 0) {
    return <p className="notice">您的岗位不登记案件。线索由执法人员登记，申请由窗口人员登记。</p>
  }
  if (procedures.length === 1) {
    return (
      <p className="muted">
        {chosen?.title}（{chosen?.basis}）
      </p>
    )
  }
  return (
    <fieldset className="field">
      <legend>适用的程序</legend>
      <RadioList
        name="procedure"
        choices={procedures.map(({ title }) => title)}
        value={chosen?.title ?? ''}
        canClear={false}
        onChange={(title) => onChoose(procedures.find((procedure) => procedure.title === title))}
      />
    </fieldset>
  )
}
