import './choices.css'
import { useContext, useId } from 'react'
import { bookingText } from '#domain/payment/booking-text.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { PaymentsContext } from './payments-context.ts'

type Props = FrameProps & { readonly value: string; readonly onChange: (value: string) => void }

/** One of the payments that stand in the account of this case. */
export function PaymentField({ value, onChange, ...frame }: Props) {
  const account = useContext(PaymentsContext)
  const group = useId()
  return (
    <FieldFrame {...frame} isGroup>
      {() => (
        <div className="choices">
          {account.entries.map((entry) => (
            <label key={entry.id} className="choice">
              <input type="radio" name={group} checked={value === entry.id} onChange={() => onChange(entry.id)} />
              <span>{bookingText(account, entry)}</span>
            </label>
          ))}
          {account.entries.length === 0 && <p className="hint">本案账上没有可以选的缴款。</p>}
        </div>
      )}
    </FieldFrame>
  )
}
