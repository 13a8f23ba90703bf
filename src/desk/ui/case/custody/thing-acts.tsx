import { Link } from '@tanstack/react-router'
import type { CaseAnswer } from '#contract/cases.ts'
import { actionAt } from '../../../lib/case/procedure-of.ts'
import { keyOfOffer } from '../../../lib/case/sort-offers.ts'

/** What can be done with this list now; what cannot yet stands with its reason at the right of the page. */
export function ThingActs({ answer, run }: { readonly answer: CaseAnswer; readonly run: string }) {
  const custody = answer.state.runs.find(({ parent, procedure }) => parent === run && procedure === 'custody')
  const open = answer.offers.filter(
    (offer) =>
      (offer.run === run || offer.run === custody?.id) &&
      offer.isYours &&
      offer.refusals.length === 0 &&
      actionAt(answer.state, offer.run, offer.action)?.things !== undefined,
  )
  if (open.length === 0) return null
  return (
    <nav className="thing-acts" aria-label="对这张清单能办的事">
      {open.map((offer) => (
        <Link
          key={keyOfOffer(offer)}
          to="."
          search={(old) => ({ ...old, act: keyOfOffer(offer), show: undefined })}
          className="button small"
        >
          {offer.title}
        </Link>
      ))}
    </nav>
  )
}
