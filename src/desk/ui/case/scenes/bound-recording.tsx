import { Link } from '@tanstack/react-router'
import type { CaseRecording } from '#contract/case-recordings.ts'
import { MEDIUM_TITLES } from '#domain/recording/medium.ts'
import { durationWords } from '../../../lib/duration-words.ts'
import { dayAndTimeOf } from '../../../lib/office-time.ts'

/** A recording of the case: its picture, when and by whom it was taken, and the first letters of its digest. */
export function BoundRecording({ recording }: { readonly recording: CaseRecording }) {
  const { id, fileName, sha256 } = recording
  return (
    <li>
      <Link to="/recordings/$recordingId" params={{ recordingId: id }} className="bound-recording">
        <RecordingPlate recording={recording} />
        <span className="bound-words">
          <b>{fileName}</b>
          <small>{factsOf(recording)}</small>
          <small>
            摘要 <code>{sha256.slice(0, 16)}</code>
          </small>
        </span>
      </Link>
    </li>
  )
}

export function RecordingPlate({ recording: { medium, poster, fileName } }: { readonly recording: CaseRecording }) {
  if (poster === null) return <span className="bound-plate">{MEDIUM_TITLES[medium]}</span>
  return <img className="bound-plate" src={poster} alt={`${fileName}的封面`} loading="lazy" width={112} height={63} />
}

export function factsOf({ capturedAt, officer, place, durationMs, medium }: CaseRecording): string {
  const length = durationMs === null ? undefined : durationWords(durationMs)
  const facts = [MEDIUM_TITLES[medium], dayAndTimeOf(capturedAt), officer ?? '拍摄人不明', place, length]
  return facts.filter(Boolean).join(' · ')
}
