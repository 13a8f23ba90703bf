import type { Fact } from '#domain/procedure/definition.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'

type Props = FrameProps & {
  readonly kind: Extract<Fact['kind'], 'text' | 'long-text' | 'basis' | 'money' | 'count'>
  readonly maxLength?: number | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

const LONG_TEXT_LENGTH = 10_000

/** Text, long text, a basis, or an amount in 元; what is too long is said by the server, never cut off here. */
export function TextField({ kind, maxLength, value, onChange, ...frame }: Props) {
  const change = (event: { target: { value: string } }) => onChange(event.target.value)
  return (
    <FieldFrame {...frame} help={frame.help ?? (kind === 'basis' ? BASIS_HELP : undefined)}>
      {(control) => {
        if (kind === 'long-text') {
          return (
            <>
              <textarea className="control" rows={4} {...control} value={value} onChange={change} />
              <Length count={[...value].length} most={maxLength ?? LONG_TEXT_LENGTH} />
            </>
          )
        }
        if (kind !== 'money')
          return <input className="control" type="text" {...control} value={value} onChange={change} />
        return (
          <div className="with-unit">
            <input
              className="control"
              type="text"
              inputMode="decimal"
              autoComplete="off"
              {...control}
              value={value}
              onChange={change}
            />
            <span className="unit">元</span>
          </div>
        )
      }}
    </FieldFrame>
  )
}

const BASIS_HELP = '写明法律名称和条款，如《行政处罚法》第三十三条第一款'

/** Said only when the end is near. */
function Length({ count, most }: { readonly count: number; readonly most: number }) {
  if (count < most * 0.8) return null
  return <p className={count > most ? 'error-line' : 'hint'}>{`已写 ${count} 字，最多 ${most} 字`}</p>
}
