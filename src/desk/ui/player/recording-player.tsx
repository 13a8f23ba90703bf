import './player.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { viewingQuery } from '../../lib/player-calls.ts'
import { isProblemCode, ProblemError, sentenceOf } from '../../lib/problem-error.ts'
import { PlayerDesk } from './player-desk.tsx'
import type { Selection } from './timeline.tsx'

type Props = {
  readonly recordingId: string
  /** Where it begins, and what of it is meant. */
  readonly span?: Selection | undefined
  readonly derivative?: string | undefined
  /** Only one player of a page listens to the keys. */
  readonly hasKeys?: boolean
  /** Without marks, copies and trail: beside something else. */
  readonly isSmall?: boolean
  readonly children?: (viewing: ViewingAnswer) => ReactNode
}

/** Opens one recording: begins a viewing, which is a record, and plays under it. */
export function RecordingPlayer({ recordingId, span, derivative, hasKeys = false, isSmall = false, children }: Props) {
  const { data: viewing, error, refetch } = useQuery(viewingQuery(recordingId))
  if (error) return <NotOpened error={error} recordingId={recordingId} />
  if (!viewing) return <p className="hint">正在打开音像记录…</p>
  return (
    <>
      <PlayerDesk
        key={viewing.id}
        viewing={viewing}
        span={span}
        derivative={derivative}
        hasKeys={hasKeys}
        isSmall={isSmall}
        onReopen={() => void refetch()}
      />
      {children?.(viewing)}
    </>
  )
}

/** Why it does not open; who has no ground of their own is shown how to ask for one. */
function NotOpened({ error, recordingId }: { readonly error: Error; readonly recordingId: string }) {
  const basis = error instanceof ProblemError ? error.problem.basis : undefined
  return (
    <p className="notice soon" role="alert">
      {sentenceOf(error)}
      {basis && `（${basis}）`}{' '}
      {isProblemCode(error, 'forbidden') && (
        <Link to="/access/new" search={{ recording: recordingId }}>
          申请调阅
        </Link>
      )}
    </p>
  )
}
