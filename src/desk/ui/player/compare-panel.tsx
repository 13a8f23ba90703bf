import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { documentPath } from '../../lib/case/case-calls.ts'
import { caseQuery } from '../../lib/case/case-query.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { PdfFrame } from '../case/pdf-frame.tsx'
import { ComparedRecording } from './compared-recording.tsx'
import type { Playback } from './use-playback.ts'

type Props = { readonly viewing: ViewingAnswer; readonly playback: Playback }

/** Another recording of the case, in step with this one by the time at which both were taken; or a document of the case. */
export function ComparePanel({ viewing, playback }: Props) {
  const id = useId()
  const { recording } = viewing
  const [caseOf] = recording.cases
  const { data: answer } = useQuery({ ...caseQuery(caseOf?.id ?? ''), enabled: caseOf !== undefined })
  const [chosen, setChosen] = useState('')
  const other = recording.siblings.find((one) => one.id === chosen)
  const paper = answer?.documents.find((one) => one.id === chosen)
  const papers = answer?.documents.filter(({ isReady }) => isReady) ?? []
  return (
    <section aria-label="对照">
      <div className="field">
        <label htmlFor={id}>和什么对照</label>
        <select id={id} className="control" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">请选择</option>
          <optgroup label="同一案件的音像记录">
            {recording.siblings.map((one) => (
              <option key={one.id} value={one.id}>
                {one.fileName}（{dayAndTimeOf(one.capturedAt)}）
              </option>
            ))}
          </optgroup>
          <optgroup label="本案文书">
            {papers.map((one) => (
              <option key={one.id} value={one.id}>
                {[one.title, one.number].filter(Boolean).join(' ')}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      {recording.siblings.length === 0 && papers.length === 0 && (
        <p className="muted none-yet">这件案件还没有别的音像记录，也没有排好版的文书。</p>
      )}
      {other && (
        <ComparedRecording key={other.id} other={other} capturedAt={recording.capturedAt} playback={playback} />
      )}
      {paper && caseOf && <PdfFrame path={documentPath(caseOf.id, paper.id)} title={paper.title} />}
    </section>
  )
}
