import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AccessDetail } from '#contract/access.ts'
import { isPendingState } from '#domain/access-request/access-request.ts'
import { ActChoice } from '../../ui/tabs/act-choice.tsx'
import { LendForm } from './lend-form.tsx'
import { ACT_TITLES, type Act, StepForm } from './step-form.tsx'

type Props = { readonly detail: AccessDetail }

/** What can be done now, the usual first and open; what others do is said, so that nobody waits in the dark. */
export function AccessControls({ detail }: Props) {
  const acts = detail.offers.filter(({ refusals }) => refusals.length === 0).map(({ act }) => act)
  const [chosen, setChosen] = useState<Act>()
  const act = acts.find((each) => each === chosen) ?? acts[0]
  return (
    <>
      {act && acts.length > 1 && (
        <ActChoice
          label="现在可以"
          acts={acts}
          chosen={act}
          titleOf={(each) => ACT_TITLES[each]}
          onChoose={setChosen}
        />
      )}
      {act && <StepForm key={`${act}${detail.version}`} act={act} detail={detail} />}
      {detail.mayLend && <LendForm key={detail.loans.length} detail={detail} />}
      <Waiting detail={detail} hasAct={act !== undefined} />
      <Extension detail={detail} />
    </>
  )
}

/** Whom it waits for, or why a step that one would expect is closed to this person. */
function Waiting({ detail, hasAct }: Props & { readonly hasAct: boolean }) {
  const { state } = detail.row
  if (!isPendingState(state))
    return hasAct || detail.mayLend ? null : <p className="muted">这份申请现在没有您可以办的。</p>
  const next = state === 'requested' ? 'endorse' : 'grant'
  const refusals = detail.offers.find(({ act }) => act === next)?.refusals ?? []
  if (refusals.length === 0) return null
  return (
    <div className="notice">
      <strong>{state === 'requested' ? '正等机构负责人签署' : '正等机关负责人批准'}</strong>
      {refusals.map(({ sentence, basis }) => (
        <p key={sentence}>
          {sentence}
          <span className="muted">（{basis}）</span>
        </p>
      ))}
    </div>
  )
}

/** An extension is a new request. */
function Extension({ detail: { row, isMine } }: Props) {
  const isDone = row.state === 'expired' || row.state === 'granted' || row.state === 'used' || row.state === 'returned'
  if (!isMine || row.kind === 'external' || row.caseId === null || !isDone) return null
  return (
    <p className="access-extend">
      <Link to="/access/new" search={{ case: row.caseId, follows: row.id }}>
        还要看：另行申请延长
      </Link>
    </p>
  )
}
