import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import { HEADS, REVIEWERS } from '#domain/access/permissions.ts'
import { findRun } from '#domain/case/state.ts'
import { keyOfOffer, sortOffers } from '../../lib/case/sort-offers.ts'
import { useMay } from '../../lib/session-context.ts'
import { ApprovalPanel } from '../../ui/case/approval/approval-panel.tsx'
import { OfferForm } from '../../ui/case/offer-form.tsx'
import { useActHere } from './use-act-here.ts'

/** The middle of the page: approvals that wait for me, then the act that was chosen or lies nearest. */
export function CurrentAct({ answer, act }: { readonly answer: CaseAnswer; readonly act: string | undefined }) {
  const navigate = useNavigate()
  const top = useRef<HTMLDivElement>(null)
  const { offer, isGone, hold } = useActHere(answer, act)
  const leave = () => {
    hold(undefined)
    // The button that had the focus is gone with its form; the next Tab goes on inside the case.
    top.current?.closest('main')?.focus({ preventScroll: true })
    void navigate({ to: '.', search: (old) => ({ ...old, act: undefined }) })
  }
  useEffect(() => {
    const form = act ? top.current?.querySelector<HTMLElement>('[data-act]') : undefined
    // What waits above the form may be longer than the screen.
    form?.scrollIntoView({ block: form.previousElementSibling ? 'start' : 'nearest' })
  }, [act])
  return (
    <div ref={top}>
      {answer.approvals.map((approval) => (
        <ApprovalPanel key={approval.proposal} answer={answer} offer={approval} onDone={leave} />
      ))}
      {offer && (
        <div data-act>
          <ReviewHint answer={answer} run={offer.run} />
          <OfferForm
            key={keyOfOffer(offer)}
            answer={answer}
            offer={offer}
            isGone={isGone}
            onTyped={() => hold(offer)}
            onDone={leave}
          />
        </div>
      )}
      {!offer && answer.approvals.length === 0 && <NothingToDo answer={answer} />}
    </div>
  )
}

function mergedWords(title: string, isEnded: boolean): string {
  const rest = isEnded ? '文书、音像和经过仍在上面的各页里。' : '已经开始的措施、送达等仍在本案办完。'
  return `这件案件已经并入“${title}”，在那一件里办理。${rest}`
}

function NothingToDo({ answer }: { readonly answer: CaseAnswer }) {
  const { endedOn, mergedInto } = answer.state
  if (mergedInto) return <p className="notice ok">{mergedWords(mergedInto.title, endedOn !== undefined)}</p>
  if (endedOn) return <p className="notice ok">这件案件已经办结。文书、证据和经过都在上面的各页里。</p>
  const others = sortOffers(answer.offers).others.length > 0
  return (
    <p className="notice">
      {others
        ? '现在轮到别人办，见“等别人办”。办完以后它会回到您的清单里。'
        : '现在没有一定要办的。能办的在“现在可以”里；为什么还不能，见“还不能”。'}
    </p>
  )
}

/** A legal review and a panel are better done beside the record. */
function ReviewHint({ answer, run }: { readonly answer: CaseAnswer; readonly run: string }) {
  const [mayReview, mayDiscuss] = [useMay(REVIEWERS), useMay(HEADS)]
  const procedure = findRun(answer.state, run)?.procedure
  if (mayDiscuss && procedure === 'panel')
    return (
      <p className="notice">
        <Link to="/panels/$caseId/$run" params={{ caseId: answer.state.id, run }}>
          到讨论页
        </Link>
        ，一边看拟稿和文书，一边看音像记录。
      </p>
    )
  if (!mayReview || procedure !== 'legal-review') return null
  return (
    <p className="notice">
      <Link to="/reviews/$caseId/$run" params={{ caseId: answer.state.id, run }}>
        到审核页办理
      </Link>
      ，左边看卷宗，右边逐项审核。
    </p>
  )
}
