import { useState } from 'react'
import type { MissingLetter } from '#contract/post-letters.ts'
import { today } from '../../lib/clock.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'
import { lettersQuery } from './letters-query.ts'

const TITLES = { fromOn: '期限的第一天', untilOn: '期限的最后一天', signedOn: '签订日期' }
const DAYS = ['fromOn', 'untilOn', 'signedOn'] as const
type Props = { readonly line: MissingLetter; readonly name: string; readonly onClose: () => void }

/** Records that a letter was signed. */
export function LetterForm({ line, name, onClose }: Props) {
  const year = today().slice(0, 4)
  const [values, setValues] = useState({ fromOn: `${year}-01-01`, untilOn: `${year}-12-31`, signedOn: today() })
  const { errors, isBusy, change } = useRegisterChange(lettersQuery.queryKey, Object.keys(TITLES), onClose)
  const submit = () => {
    const { personId: person, role, kind } = line
    const body = { person, role, kind, ...values }
    void change({ path: '/api/post-letters', body, told: `已登记：${name}` })
  }
  return (
    <RegisterForm
      label={`登记${name}`}
      titles={TITLES}
      errors={errors}
      isBusy={isBusy}
      does="登记"
      leaves="不登记"
      className="agency-form"
      onSubmit={submit}
      onClose={onClose}
    >
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
    </RegisterForm>
  )
}
