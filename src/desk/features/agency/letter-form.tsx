import { type FormEvent, useState } from 'react'
import type { MissingLetter } from '#contract/post-letters.ts'
import { today } from '../../lib/clock.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { lettersQuery } from './letters-query.ts'
import { useAgencyChange } from './use-agency-change.ts'

const TITLES = { fromOn: '期限的第一天', untilOn: '期限的最后一天', signedOn: '签订日期' }
const DAYS = ['fromOn', 'untilOn', 'signedOn'] as const
type Props = { readonly line: MissingLetter; readonly name: string; readonly onClose: () => void }

/** Records that a letter was signed. */
export function LetterForm({ line, name, onClose }: Props) {
  const year = today().slice(0, 4)
  const [values, setValues] = useState({ fromOn: `${year}-01-01`, untilOn: `${year}-12-31`, signedOn: today() })
  const { errors, isBusy, change } = useAgencyChange(lettersQuery.queryKey, Object.keys(TITLES), onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { personId: person, role, kind } = line
    const body = { person, role, kind, ...values }
    void change({ method: 'POST', path: '/api/post-letters', body, told: `已登记：${name}` })
  }
  return (
    <form className="agency-form" onSubmit={submit} aria-label={`登记${name}`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      {DAYS.map((day) => (
        <DateField
          key={day}
          hasTime={false}
          pointer={day}
          title={TITLES[day]}
          errors={errors.fields[day]}
          value={values[day]}
          onChange={(value) => setValues((all) => ({ ...all, [day]: value }))}
        />
      ))}
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          {isBusy ? '正在登记…' : '登记'}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不登记
        </button>
      </div>
    </form>
  )
}
