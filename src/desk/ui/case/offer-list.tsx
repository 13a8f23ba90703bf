import './offers.css'
import { roleTitle } from '#domain/access/acting.ts'
import type { Offer } from '#domain/case/offers.ts'
import { isMainStep, keyOfOffer, sortOffers } from '../../lib/case/sort-offers.ts'
import { OfferButton } from './offer-button.tsx'

type Props = {
  readonly offers: readonly Offer[]
  readonly current: string | undefined
  /** Names a child procedure when an offer is not of the case itself, and whom it is about. */
  readonly noteOf: (offer: Offer) => string
  readonly onChoose: (offer: Offer) => void
  /** Something waits for this person's agreement, in the middle of the page. */
  /** What is asked of this person before anything else. */
  readonly first?: '审批' | '会签' | undefined
}

/** 现在可以 · 还不能 · 等别人办: exactly the offers that the server gave, with its words. */
export function OfferList({ offers, current, noteOf, onChoose, first }: Props) {
  const { now, notYet, folded, others } = sortOffers(offers)
  return (
    <>
      <section aria-label="现在可以" className="offer-group">
        <h2>现在可以</h2>
        {first && <p className="muted">请先{first}，见“办理”。</p>}
        {now.length === 0 && !first && (
          <p className="muted">{others.length > 0 ? '现在轮到别人办，见下。' : '现在没有您要办的。'}</p>
        )}
        {now.map((offer) => (
          <OfferButton
            key={keyOfOffer(offer)}
            offer={offer}
            note={noteOf(offer)}
            isPrimary={offer === now[0] && isMainStep(offers, offer)}
            isCurrent={keyOfOffer(offer) === current}
            onChoose={() => onChoose(offer)}
          />
        ))}
      </section>
      {notYet.length + folded.length > 0 && (
        <section aria-label="还不能" className="offer-group">
          <h2>还不能</h2>
          <ul>
            {notYet.map((offer) => (
              <Closed key={keyOfOffer(offer)} offer={offer} note={noteOf(offer)} />
            ))}
          </ul>
          {folded.length > 0 && (
            <details className="offer-folded">
              <summary>现在没有物品可以这样办的 {folded.length} 项</summary>
              <ul>
                {folded.map((offer) => (
                  <Closed key={keyOfOffer(offer)} offer={offer} note={noteOf(offer)} />
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
      {others.length > 0 && (
        <section aria-label="等别人办" className="offer-group">
          <h2>等别人办</h2>
          <ul>
            {others.map((offer) => (
              <li key={keyOfOffer(offer)} className="offer-other">
                <b>{offer.title}</b>
                <span>
                  {offer.by.map(roleTitle).join('或者')}
                  {noteOf(offer) && ` · ${noteOf(offer)}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Not a dead button but a sentence: what is missing, and on which article. */
function Closed({ offer, note }: { readonly offer: Offer; readonly note: string }) {
  return (
    <li className="offer-closed">
      <b>{offer.title}</b>
      {note && <span className="hint">{note}</span>}
      {offer.refusals.map(({ gate, sentence, basis }) => (
        <p key={gate + sentence}>
          {sentence}
          {basis && `（${basis}）`}
        </p>
      ))}
    </li>
  )
}
