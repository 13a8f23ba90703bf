import './approval.css'
import { Link } from '@tanstack/react-router'
import type { CaseAnswer } from '#contract/cases.ts'
import { roleTitle } from '#domain/access/acting.ts'
import type { ApprovalOffer } from '#domain/case/offers.ts'
import { findRun, type OtherCase, type Proposal } from '#domain/case/state.ts'
import { papersOf } from '#domain/procedure/papers-of.ts'
import { isHandOver } from '../../../lib/case/is-hand-over.ts'
import { actionAt } from '../../../lib/case/procedure-of.ts'
import { proposedInput, proposedValues } from '../../../lib/case/proposed-input.ts'
import { showsHints } from '../../../lib/case/shows-hints.ts'
import { shortDay } from '../../../lib/office-time.ts'
import { FactTable } from '../fact-table.tsx'
import { CaseHints } from '../hints/case-hints.tsx'
import { Preview } from '../preview.tsx'
import { ApprovalForm } from './approval-form.tsx'
import { ApprovalRoad } from './approval-road.tsx'
import { AttachedFiles } from './attached-files.tsx'

type Props = { readonly answer: CaseAnswer; readonly offer: ApprovalOffer; readonly onDone: () => void }

/** One proposal on its way: what is proposed, who has agreed, what this person may do with it, and the paper beside it. */
export function ApprovalPanel({ answer, offer, onDone }: Props) {
  const proposal = findRun(answer.state, offer.run)?.proposals.find(({ id }) => id === offer.proposal)
  if (!proposal) return null
  const action = actionAt(answer.state, offer.run, offer.action)
  const documents = papersOf(action ?? {}, proposal.facts)
  const isTaking = isHandOver(answer.state, { ...offer, approval: proposal.approval })
  const reads = documents.length > 0 && offer.may.some((what) => what === 'return' || what === 'countersign')
  return (
    <div className={reads ? 'work has-paper' : 'work'}>
      <section className="approval" aria-label={`审批：${offer.title}`}>
        <header className="act-head">
          <h2>{headWords(offer, isTaking)}</h2>
          <p className="hint">{whereItStands(answer, offer, proposal)}</p>
        </header>
        <ApprovalRoad proposal={proposal} people={answer.people} />
        {showsHints(answer.state, offer) && (
          <CaseHints
            state={answer.state}
            typed={proposedValues(answer.state, offer.run, offer.action, proposal.facts)}
            isFolded
          />
        )}
        <FactTable
          state={answer.state}
          run={offer.run}
          facts={proposal.facts}
          people={answer.people}
          evidence={[...answer.state.evidence, ...proposal.evidence]}
        />
        {proposal.other && <Goal other={proposal.other} />}
        <AttachedFiles state={answer.state} proposal={proposal.id} title="附件" />
        <ApprovalForm answer={answer} offer={offer} isHandOver={isTaking} onDone={onDone} />
      </section>
      {reads && (
        <Preview
          answer={answer}
          offer={offer}
          documents={documents}
          input={proposedInput(answer.state, offer.run, offer.action, proposal.facts)}
        />
      )}
    </div>
  )
}

/** The case into which this one would go over, to be looked at before it is decided. */
function Goal({ other }: { readonly other: OtherCase }) {
  return (
    <p className="notice">
      同意后并入
      <Link to="/cases/$caseId" params={{ caseId: other.id }} target="_blank">
        “{other.title}”
      </Link>
      ：当事人、违法行为和证据转到那一件，期限按先到的一日计算，本案办结。
    </p>
  )
}

function headWords({ title, may }: ApprovalOffer, isTaking: boolean): string {
  const isDecider = may.includes('return')
  if (may.includes('countersign')) return `请会签：${title}`
  if (isTaking) return isDecider ? `请清点、确认：${title}` : `等对方确认：${title}`
  return isDecider ? `请审批：${title}` : `报批中：${title}`
}

function whereItStands({ people }: CaseAnswer, { waitsFor }: ApprovalOffer, { by, on, movedTo }: Proposal): string {
  const moved = movedTo ? `（已转交${people[movedTo] ?? ''}）` : ''
  return `${people[by] ?? '承办人员'} ${shortDay(on)}报送 · 等${roleTitle(waitsFor)}${moved}`
}
