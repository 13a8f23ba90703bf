import './text-and-recordings.css'
import type { ReactNode } from 'react'
import type { CaseState } from '#domain/case/state.ts'
import { RecordingSide } from '../../player/recording-side.tsx'

type Props = { readonly state: CaseState; readonly label: string; readonly children: ReactNode }

/**
 * What is read and the recordings of the case at once: side by side where there is room, else the recordings above the text and
 * in sight while it is scrolled. A case without any keeps the whole width for its text.
 */
export function TextAndRecordings({ state, label, children }: Props) {
  const hasRecordings = (state.recordings ?? []).length > 0
  return (
    <section className="beside" aria-label={label}>
      <div className={hasRecordings ? 'beside-sides' : 'beside-sides alone'}>
        <div className="beside-text">{children}</div>
        {hasRecordings && (
          <div className="beside-recordings">
            <RecordingSide state={state} />
          </div>
        )}
      </div>
    </section>
  )
}
