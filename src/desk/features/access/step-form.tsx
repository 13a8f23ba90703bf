import { type FormEvent, useState } from 'react'
import type { AccessDetail } from '#contract/access.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useAccessCommand } from './use-access-command.ts'
import { LOOK, TAKE } from './wanted-fields.tsx'

export type Act = AccessDetail['offers'][number]['act']

export const ACT_TITLES: Readonly<Record<Act, string>> = {
  endorse: '签署同意',
  grant: '批准',
  refuse: '不予批准',
  withdraw: '撤回申请',
  revoke: '撤销批准',
  return: '用毕归还',
}
const SAID: Readonly<Record<Act, string>> = {
  endorse: '已经签署，等待机关负责人批准',
  grant: '已经批准，申请人现在可以查看',
  refuse: '已经不予批准',
  withdraw: '已经撤回',
  revoke: '已经撤销，立即失效',
  return: '已经登记归还，查看到此为止',
}
const NOTES: Readonly<Record<Act, string>> = {
  endorse: '意见',
  grant: '意见',
  refuse: '理由',
  withdraw: '说明',
  revoke: '理由',
  return: '说明',
}
const TITLES = { note: '意见或者理由', days: '期限', purposes: '用途' } as const

type Props = { readonly act: Act; readonly detail: AccessDetail }

/** One step with what it asks; a grant may be shorter and narrower than what was asked for. */
export function StepForm({ act, detail }: Props) {
  const { row, version, longestDays } = detail
  const [note, setNote] = useState(act === 'endorse' || act === 'grant' ? '同意' : '')
  const [days, setDays] = useState(String(Math.min(row.days, longestDays)))
  const [purpose, setPurpose] = useState(row.purposes.includes('copy') ? TAKE : LOOK)
  const { give, errors, isBusy } = useAccessCommand(Object.keys(TITLES))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const granted = {
      days: /^\d{1,5}$/.test(days.trim()) ? Number(days) : 0,
      purposes: purpose === TAKE ? ['view', 'copy'] : ['view'],
    }
    const body = { act, note, ...(act === 'grant' ? granted : {}) }
    void give({ path: `/api/access-requests/${row.id}/steps`, body, said: SAID[act], version })
  }
  const isOptional = act !== 'refuse' && act !== 'revoke'
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label={ACT_TITLES[act]} noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      {act === 'grant' && (
        <>
          <FieldFrame
            pointer="days"
            title={TITLES.days}
            help={`申请 ${row.days} 日，可以缩短，不能加长。`}
            errors={errors.fields.days}
          >
            {(control) => (
              <div className="with-unit access-days">
                <input
                  className="control"
                  inputMode="numeric"
                  {...control}
                  value={days}
                  onChange={(event) => setDays(event.target.value)}
                />
                <span className="unit">日</span>
              </div>
            )}
          </FieldFrame>
          {row.purposes.includes('copy') && (
            <ChoiceField
              pointer="purposes"
              title={TITLES.purposes}
              choices={[LOOK, TAKE]}
              value={purpose}
              errors={errors.fields.purposes}
              onChange={setPurpose}
            />
          )}
        </>
      )}
      <TextField
        pointer="note"
        title={NOTES[act]}
        kind="long-text"
        isOptional={isOptional}
        maxLength={1000}
        value={note}
        errors={errors.fields.note}
        onChange={setNote}
      />
      <button type="submit" className={act === 'grant' ? 'button primary' : 'button solid'} disabled={isBusy}>
        {ACT_TITLES[act]}
      </button>
    </form>
  )
}
