import '../../ui/due-row.css'
import { type FormEvent, useState } from 'react'
import type { AccessDetail, LoanRow } from '#contract/access.ts'
import { ARCHIVISTS } from '#domain/access/permissions.ts'
import { CONDITION_TITLES } from '#domain/access-request/refuse-loan.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { useMay } from '../../lib/session-context.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { codeOf } from './access-words.ts'
import { LoanFacts } from './loan-list.tsx'
import { useAccessCommand } from './use-access-command.ts'

/** What was handed out on this request; the archivist looks at each when it comes back. */
export function AccessLoans({ detail }: { readonly detail: AccessDetail }) {
  if (detail.loans.length === 0) return null
  return (
    <section aria-label="借出和归还" className="access-loans">
      <h2>借出和归还</h2>
      <ul>
        {detail.loans.map((loan) => (
          <li key={loan.id}>
            <div className="due-row">
              <LoanFacts loan={loan} />
            </div>
            {loan.returnedAt === null && <TakeBack loan={loan} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const TITLES = { returnedBy: '归还人', condition: '检查结果', note: '检查说明' } as const

function TakeBack({ loan }: { readonly loan: LoanRow }) {
  const mayTake = useMay(ARCHIVISTS)
  const [isOpen, setOpen] = useState(false)
  const [values, setValues] = useState({ returnedBy: loan.lentTo, condition: '', note: '' })
  const { give, errors, isBusy } = useAccessCommand(Object.keys(TITLES))
  if (!mayTake) return <p className="hint">归还由档案管理员检查登记。</p>
  if (!isOpen) {
    return (
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        检查归还
        <span className="unseen">：{loan.title}</span>
      </button>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { ...values, condition: codeOf(CONDITION_TITLES, values.condition) }
    void give({ path: `/api/loans/${loan.id}/return`, body, said: '已经登记归还' })
  }
  const put = (name: keyof typeof TITLES) => ({
    pointer: name,
    title: TITLES[name],
    value: values[name],
    errors: errors.fields[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  })
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label={`检查归还：${loan.title}`} noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <TextField {...put('returnedBy')} kind="text" />
      <ChoiceField {...put('condition')} choices={Object.values(CONDITION_TITLES)} />
      <TextField
        {...put('note')}
        kind="long-text"
        isOptional={values.condition !== CONDITION_TITLES.damaged}
        help="有损的写明损在哪里、怎样处理。"
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          登记归还
        </button>
        <button type="button" className="button plain" onClick={() => setOpen(false)}>
          先不登记
        </button>
      </div>
    </form>
  )
}
