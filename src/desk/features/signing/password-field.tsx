import type { Sentence } from '../../lib/case/map-errors.ts'
import { FieldFrame } from '../../ui/form/field-frame.tsx'

type Props = {
  readonly value: string
  readonly errors: readonly Sentence[] | undefined
  readonly onChange: (value: string) => void
}

/** The officer's own password once more: the device may have been in other hands. */
export function PasswordField({ value, errors, onChange }: Props) {
  return (
    <FieldFrame pointer="password" title="登录密码" help="再输入一次，证明是本人签名" errors={errors}>
      {(control) => (
        <input
          {...control}
          className="control"
          type="password"
          autoComplete="current-password"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}
