import { roleTitle } from '#domain/access/acting.ts'
import type { Offer } from '#domain/case/offers.ts'

type Props = {
  readonly offer: Offer
  readonly note: string
  readonly isPrimary: boolean
  readonly isCurrent: boolean
  readonly onChoose: () => void
}

export function OfferButton({ offer, note, isPrimary, isCurrent, onChoose }: Props) {
  const facts = [note, offer.approval.length > 0 ? `经${offer.approval.map(roleTitle).join('、')}同意` : '']
  return (
    <button
      type="button"
      className={isPrimary ? 'offer primary' : 'offer'}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={onChoose}
    >
      {offer.title}
      {facts.some(Boolean) && <small>{facts.filter(Boolean).join(' · ')}</small>}
    </button>
  )
}
