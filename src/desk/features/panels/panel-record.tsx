import type { CaseAnswer } from '#contract/cases.ts'
import { findRun } from '#domain/case/state.ts'
import { keyOfOffer } from '../../lib/case/sort-offers.ts'
import { FactTable } from '../../ui/case/fact-table.tsx'
import { OfferForm } from '../../ui/case/offer-form.tsx'
import { OfferList } from '../../ui/case/offer-list.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly run: string
  readonly act: string | undefined
  readonly onChoose: (act: string) => void
  readonly onDone: () => void
}

/** The record of the discussion: written by a head of the agency, read by all who take part. */
export function PanelRecord({ answer, run: runId, act, onChoose, onDone }: Props) {
  const run = findRun(answer.state, runId)
  const offers = answer.offers.filter((offer) => offer.run === runId)
  const open = offers.filter((offer) => offer.isYours && offer.refusals.length === 0)
  const offer = open.find((item) => keyOfOffer(item) === act) ?? open[0]
  if (run?.endedOn)
    return (
      <FactTable
        state={answer.state}
        run={runId}
        facts={run.facts}
        people={answer.people}
        evidence={answer.state.evidence}
      />
    )
  return (
    <>
      <div className="verdicts">
        <OfferList
          offers={offers}
          current={offer && keyOfOffer(offer)}
          noteOf={() => ''}
          onChoose={(chosen) => onChoose(keyOfOffer(chosen))}
        />
      </div>
      {offer && <OfferForm key={keyOfOffer(offer)} answer={answer} offer={offer} onDone={onDone} hasPreview={false} />}
    </>
  )
}
