import { Link, useNavigate } from '@tanstack/react-router'
import type { CaseAnswer } from '#contract/cases.ts'
import { defaultAct } from '../../lib/case/default-act.ts'
import { offerNote } from '../../lib/case/offer-note.ts'
import { keyOfOffer } from '../../lib/case/sort-offers.ts'
import { OfferList } from '../../ui/case/offer-list.tsx'
import { Timeline } from '../../ui/case/timeline.tsx'
import { CaseLinks } from './case-links.tsx'
import { FilingsElsewhere } from './filings-elsewhere.tsx'

/** At the right: what can be done, what cannot yet and why, and the last that happened. */
export function CaseAside({ answer, act }: { readonly answer: CaseAnswer; readonly act: string | undefined }) {
  const navigate = useNavigate()
  return (
    <aside className="offers" aria-label="能办的事和经过">
      <FilingsElsewhere answer={answer} />
      <OfferList
        offers={answer.offers}
        first={firstOf(answer)}
        current={act ?? defaultAct(answer)}
        noteOf={(offer) => offerNote(answer.state, offer)}
        onChoose={(offer) =>
          void navigate({ to: '.', search: (old) => ({ ...old, act: keyOfOffer(offer), show: undefined }) })
        }
      />
      {answer.state.endedOn && !answer.state.sealed && (
        <section aria-label="归档" className="offer-group">
          <h2>归档</h2>
          <p className="muted">
            案件已经办结，
            <Link to="." search={(old) => ({ ...old, act: undefined, show: 'dossier' })}>
              到卷宗
            </Link>
            看目录、移交案卷。
          </p>
        </section>
      )}
      <CaseLinks answer={answer} />
      <section aria-label="最近的经过" className="offer-group last-events">
        <h2>经过</h2>
        <Timeline entries={answer.timeline} people={answer.people} most={6} />
        <Link to="." search={(old) => ({ ...old, show: 'timeline' })}>
          看全部 {answer.timeline.length} 条
        </Link>
      </section>
    </aside>
  )
}

function firstOf({ approvals }: CaseAnswer): '审批' | '会签' | undefined {
  if (approvals.some(({ may }) => may.includes('countersign'))) return '会签'
  return approvals.some(({ may }) => may.includes('agree')) ? '审批' : undefined
}
