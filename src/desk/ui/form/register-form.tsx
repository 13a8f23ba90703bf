import type { FormEvent, ReactNode } from 'react'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { ErrorSummary } from './error-summary.tsx'

type Props = {
  readonly label: string
  readonly titles: Readonly<Record<string, string>>
  readonly errors: MappedErrors
  readonly isBusy: boolean
  /** What the two buttons say: what is done, and that it is not. */
  readonly does: string
  readonly leaves: string
  readonly className: string
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form that registers one change, with what was refused above its fields. */
export function RegisterForm(props: Props) {
  const { label, titles, errors, isBusy, does, leaves, className, onSubmit, onClose, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className={className} onSubmit={submit} aria-label={label} data-edit noValidate>
      <ErrorSummary errors={errors} titles={titles} />
      {children}
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          {isBusy ? '正在提交…' : does}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          {leaves}
        </button>
      </div>
    </form>
  )
}
