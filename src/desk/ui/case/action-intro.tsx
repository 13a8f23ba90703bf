import type { CaseAnswer, DraftAnswer } from '#contract/cases.ts'
import { roleTitle } from '#domain/access/acting.ts'
import type { Offer } from '#domain/case/offers.ts'
import { documentKindTitle } from '../../lib/case/document-titles.ts'
import { isHandOver } from '../../lib/case/is-hand-over.ts'
import { actionAt } from '../../lib/case/procedure-of.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { shortBasis } from '../../lib/short-basis.ts'

type Props = {
  readonly answer: CaseAnswer
  readonly offer: Offer
  readonly titleId: string
  readonly draft: DraftAnswer
}

/** Who agrees, or who confirms that the things have come into their hands. */
function agreementWords({ state }: CaseAnswer, offer: Offer): string {
  const who = offer.approval.map(roleTitle).join('、')
  return isHandOver(state, offer) ? `另一人（${who}）清点、确认后生效` : `经${who}同意后生效`
}

/** What this act is, on which article it stands, what it issues and who has to agree. */
export function ActionIntro({ answer, offer, titleId, draft }: Props) {
  const issues = actionAt(answer.state, offer.run, offer.action)?.issues ?? []
  const returned = answer.state.returned.find(({ run, action }) => run === offer.run && action === offer.action)
  return (
    <header className="act-head">
      <h2 id={titleId}>{offer.title}</h2>
      <p className="hint">
        <span title={offer.basis}>{shortBasis(offer.basis)}</span>
        {issues.length > 0 && ` · 出具${issues.map(documentKindTitle).join('、')}`}
        {offer.approval.length > 0 && ` · ${agreementWords(answer, offer)}`}
      </p>
      {returned && (
        <div className="notice soon">
          <strong>上次报批被退回</strong>
          {returned.reason}
        </div>
      )}
      {draft.savedAt && (
        <p className="notice ok">
          已恢复 {dayAndTimeOf(draft.savedAt)} 的草稿
          {draft.savedBy && `（${answer.people[draft.savedBy] ?? draft.savedBy}）`}。
        </p>
      )}
    </header>
  )
}
