import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DisclosureDetail } from '#contract/disclosures.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { peopleQuery } from '../../lib/people-query.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { useStep } from './use-step.ts'

const TITLES = { secrecyCheckedBy: '保密审查人', secrecyCheckedOn: '保密审查日期' } as const

/** The second person: has read the left side, names who checked for secrets and when, and confirms. */
export function ConfirmForm({ detail }: { readonly detail: DisclosureDetail }) {
  const { row, prepared } = detail
  const { data: people = [] } = useQuery(peopleQuery)
  const [by, setBy] = useState('')
  const [on, setOn] = useState('')
  const { take, errors, isBusy } = useStep(row, Object.keys(TITLES))
  if (detail.isPreparedByMe && detail.needsSecondPerson) {
    return <p className="notice">公示由您准备，应当由另一人预览并确认。</p>
  }
  const isWithheld = prepared?.influence === 'no'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = isWithheld ? '已经确认不公示' : '已经确认，公众现在可以看到'
    void take('confirm', { secrecyCheckedBy: by, secrecyCheckedOn: on }, said)
  }
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label="确认" noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <p className="confirm-lead">
        {row.preparedBy}准备
        {isWithheld && `，认为不具有一定社会影响：${prepared?.influenceReason ?? ''}`}
        {prepared?.correctionNote && `，更正：${prepared.correctionNote}`}
      </p>
      <FieldFrame
        pointer="secrecyCheckedBy"
        title={TITLES.secrecyCheckedBy}
        help="公开前应当依法进行保密审查（《政府信息公开条例》第十七条），不能由准备的人自己审查。"
        errors={errors.fields.secrecyCheckedBy}
      >
        {(control) => (
          <select className="control" {...control} value={by} onChange={(event) => setBy(event.target.value)}>
            <option value="">请选择</option>
            {people
              .filter((person) => person.name !== row.preparedBy)
              .map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
          </select>
        )}
      </FieldFrame>
      <DateField
        pointer="secrecyCheckedOn"
        title={TITLES.secrecyCheckedOn}
        hasTime={false}
        value={on}
        errors={errors.fields.secrecyCheckedOn}
        onChange={setOn}
      />
      <button type="submit" className="button primary" disabled={isBusy}>
        {isWithheld ? '确认不公示' : '确认公示'}
      </button>
    </form>
  )
}
