import '../../ui/form/choices.css'
import { useState } from 'react'
import type { Entrustment, EntrustmentText } from '#contract/entrustments.ts'
import { today } from '../../lib/clock.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { EntrustedItems } from './entrusted-items.tsx'
import { CHANGE_TITLES, DAYS, firstValues, helpOf, TEXTS, TITLES, type Values } from './entrustment-fields.ts'
import { entrustmentsQuery } from './entrustments-query.ts'
import { StaffedUnit } from './staffed-unit.tsx'

type Props = {
  readonly change?: { readonly row: Entrustment; readonly text: EntrustmentText }
  readonly onClose: () => void
}

/** Registers a letter of entrustment, or a new text of one that holds. */
export function EntrustmentForm({ change: changed, onClose }: Props) {
  const titles = changed ? CHANGE_TITLES : TITLES
  const [values, setValues] = useState<Values>(() => firstValues(changed?.text, today()))
  const { errors, isBusy, change } = useRegisterChange(entrustmentsQuery.queryKey, Object.keys(titles), onClose)
  const put = (part: Partial<Values>) => setValues((all) => ({ ...all, ...part }))
  const at = <Name extends keyof typeof CHANGE_TITLES>(pointer: Name) => ({
    pointer,
    title: CHANGE_TITLES[pointer],
    help: helpOf(pointer),
    errors: errors.fields[pointer],
  })
  const submit = () => {
    const { ground, ...body } = values
    void change(
      changed
        ? {
            method: 'PUT',
            path: `/api/entrustments/${changed.row.id}`,
            body: values,
            version: changed.row.version,
            told: '已登记变更，门户已经更新',
          }
        : { path: '/api/entrustments', body, told: '已登记，门户已经公布' },
    )
  }
  return (
    <RegisterForm
      label={changed ? '变更委托' : '登记委托'}
      titles={titles}
      errors={errors}
      isBusy={isBusy}
      does={changed ? '登记变更' : '登记'}
      leaves="不登记"
      className="agency-form"
      onSubmit={submit}
      onClose={onClose}
    >
      {TEXTS.map((name) => (
        <TextField
          key={name}
          {...at(name)}
          kind="text"
          value={values[name]}
          onChange={(text) => put({ [name]: text })}
        />
      ))}
      <EntrustedItems {...at('items')} value={values.items} onChange={(items) => put({ items: [...items] })} />
      <TextField
        {...at('powers')}
        kind="long-text"
        maxLength={1000}
        value={values.powers}
        onChange={(powers) => put({ powers })}
      />
      <StaffedUnit {...at('unitId')} value={values.unitId} onChange={(unitId) => put({ unitId })} />
      {DAYS.map((name) => (
        <DateField
          key={name}
          {...at(name)}
          hasTime={false}
          value={values[name]}
          onChange={(day) => put({ [name]: day })}
        />
      ))}
      {changed && (
        <TextField {...at('ground')} kind="text" value={values.ground} onChange={(ground) => put({ ground })} />
      )}
      <FieldFrame {...at('meetsConditions')} isGroup>
        {() => (
          <div className="choices">
            <label className="choice">
              <input
                type="checkbox"
                checked={values.meetsConditions}
                onChange={(event) => put({ meetsConditions: event.target.checked })}
              />
              <span>
                已核对：依法成立并具有管理公共事务职能；有熟悉有关法律、法规、规章和业务并取得行政执法资格的工作人员；需要技术检查、技术鉴定的，有条件组织进行
              </span>
            </label>
          </div>
        )}
      </FieldFrame>
    </RegisterForm>
  )
}
