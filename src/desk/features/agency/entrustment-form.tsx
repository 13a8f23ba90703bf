import '../../ui/form/choices.css'
import { type FormEvent, useState } from 'react'
import type { Entrustment, EntrustmentText } from '#contract/entrustments.ts'
import { today } from '../../lib/clock.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { EntrustedItems } from './entrusted-items.tsx'
import { CHANGE_TITLES, DAYS, firstValues, helpOf, TEXTS, TITLES, type Values } from './entrustment-fields.ts'
import { entrustmentsQuery } from './entrustments-query.ts'
import { useAgencyChange } from './use-agency-change.ts'

type Props = {
  readonly change?: { readonly row: Entrustment; readonly text: EntrustmentText }
  readonly onClose: () => void
}

/** Registers a letter of entrustment, or a new text of one that holds. */
export function EntrustmentForm({ change: changed, onClose }: Props) {
  const titles = changed ? CHANGE_TITLES : TITLES
  const [values, setValues] = useState<Values>(() => firstValues(changed?.text, today()))
  const { errors, isBusy, change } = useAgencyChange(entrustmentsQuery.queryKey, Object.keys(titles), onClose)
  const put = (part: Partial<Values>) => setValues((all) => ({ ...all, ...part }))
  const at = <Name extends keyof typeof CHANGE_TITLES>(pointer: Name) => ({
    pointer,
    title: CHANGE_TITLES[pointer],
    help: helpOf(pointer),
    errors: errors.fields[pointer],
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
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
        : { method: 'POST', path: '/api/entrustments', body, told: '已登记，门户已经公布' },
    )
  }
  return (
    <form className="agency-form" onSubmit={submit} aria-label={changed ? '变更委托' : '登记委托'} data-edit noValidate>
      <ErrorSummary errors={errors} titles={titles} />
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
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          {isBusy ? '正在登记…' : changed ? '登记变更' : '登记'}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不登记
        </button>
      </div>
    </form>
  )
}
