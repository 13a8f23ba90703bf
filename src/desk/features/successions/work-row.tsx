import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { StayingRow, SuccessionRefusal, SuccessionRow } from '#contract/successions.ts'
import { shortDay } from '../../lib/office-time.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'
import type { Choice } from './use-choices.ts'

export type Candidate = { readonly id: string; readonly words: string }
type Props = {
  readonly row: SuccessionRow
  readonly choice: Choice
  readonly candidates: readonly Candidate[]
  readonly onChoose: (to: string) => void
}

/** One thing that is open: what it is, until when, who takes it over, and why not. */
export function WorkRow({ row, choice, candidates, onChoose }: Props) {
  const id = useId()
  const { beside, dueOn, dueTitle, daysLeft } = row
  const refusals = choice.to === '' ? row.refusals : choice.refusals
  return (
    <li className="succession-row">
      <div className="succession-words">
        <LineWords row={row} />
        {beside !== '' && <small>{`同案承办：${beside}`}</small>}
      </div>
      <div className="succession-due">
        <ClockMark daysLeft={daysLeft} />
        {dueOn && <small>{`${dueTitle}，${shortDay(dueOn)}`}</small>}
      </div>
      <div className="succession-choice">
        <label htmlFor={id}>
          接手人<span className="unseen">{`：${row.name}，${row.what}`}</span>
        </label>
        <select id={id} className="control" value={choice.to} onChange={(event) => onChoose(event.target.value)}>
          <option value="">不移交</option>
          {candidates.map((one) => (
            <option key={one.id} value={one.id}>
              {one.words}
            </option>
          ))}
        </select>
      </div>
      <Why refusals={refusals} />
    </li>
  )
}

export function StayingLine({ row }: { readonly row: StayingRow }) {
  return (
    <li className="succession-row">
      <div className="succession-words">
        <LineWords row={row} />
      </div>
      <Why refusals={[row]} />
    </li>
  )
}

function LineWords({ row }: { readonly row: SuccessionRow | StayingRow }) {
  const facts = [row.number, row.procedure, row.stage, row.party]
  return (
    <>
      <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
        {row.name}
      </Link>
      <small>{[row.what, ...facts].filter(Boolean).join(' · ')}</small>
    </>
  )
}

function Why({ refusals }: { readonly refusals: readonly SuccessionRefusal[] }) {
  if (refusals.length === 0) return null
  return (
    <div className="succession-why">
      {refusals.map(({ sentence, basis }) => (
        <p key={sentence}>
          {sentence}
          {basis && <span className="muted">{`（${basis}）`}</span>}
        </p>
      ))}
    </div>
  )
}
