import { type RefObject, useId } from 'react'

type Props = {
  readonly label: string
  readonly name: string
  readonly autoComplete: string
  readonly type?: 'text' | 'password'
  readonly initial?: string
  /** The field in which typing begins. */
  readonly isFirst: boolean
  readonly field?: RefObject<HTMLInputElement | null>
  readonly describedBy?: string
  readonly isWrong?: boolean
}

export function LoginField({ label, name, autoComplete, type = 'text', initial, isFirst, field, ...state }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="control"
        id={id}
        ref={field}
        name={name}
        type={type}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={type === 'password' ? 256 : 64}
        defaultValue={initial}
        aria-describedby={state.describedBy}
        aria-invalid={state.isWrong || undefined}
        // biome-ignore lint/a11y/noAutofocus: the page has no other purpose than these two fields
        autoFocus={isFirst}
      />
    </div>
  )
}
