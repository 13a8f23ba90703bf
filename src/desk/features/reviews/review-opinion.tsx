import type { CaseAnswer } from '#contract/cases.ts'
import { findRun } from '#domain/case/state.ts'
import { procedureOfRun } from '../../lib/case/procedure-of.ts'
import { keyOfOffer } from '../../lib/case/sort-offers.ts'
import { OfferList } from '../../ui/case/offer-list.tsx'
import { VerdictForm } from './verdict-form.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly run: string
  readonly act: string | undefined
  readonly onChoose: (act: string) => void
  readonly onDone: () => void
}

/** The verdict: the offers of this review, and the form of the one that is chosen, point by point. */
export function ReviewOpinion({ answer, run, act, onChoose, onDone }: Props) {
  const offers = answer.offers.filter((offer) => offer.run === run)
  const open = offers.filter((offer) => offer.isYours && offer.refusals.length === 0)
  const offer = open.find((item) => keyOfOffer(item) === act) ?? open[0]
  return (
    <section className="review-opinion" id="opinion" aria-label="审核意见">
      <Ended answer={answer} run={run} />
      <div className="verdicts">
        <OfferList
          offers={offers}
          current={offer && keyOfOffer(offer)}
          noteOf={() => ''}
          onChoose={(chosen) => onChoose(keyOfOffer(chosen))}
        />
      </div>
      {offer && <VerdictForm answer={answer} offer={offer} onDone={onDone} />}
    </section>
  )
}

function Ended({ answer, run: id }: { readonly answer: CaseAnswer; readonly run: string }) {
  const run = findRun(answer.state, id)
  if (!run) return <p className="notice late">没有这次审核，它可能已经撤回。</p>
  if (!run.endedOn) return null
  return <p className="notice ok">这次审核已经有了结果：{procedureOfRun(run)?.stages[run.stage]?.title}。</p>
}
