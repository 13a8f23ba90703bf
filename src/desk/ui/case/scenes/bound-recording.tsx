import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { CaseRecording } from '#contract/case-recordings.ts'
import { MEDIUM_TITLES } from '#domain/recording/medium.ts'
import { durationWords } from '../../../lib/duration-words.ts'
import { dayAndTimeOf } from '../../../lib/office-time.ts'
import { RecordingPlayer } from '../../player/recording-player.tsx'

/** A recording of the case: its picture, when and by whom it was taken, the first letters of its digest; it plays in its place. */
export function BoundRecording({
  recording,
  children,
}: {
  readonly recording: CaseRecording
  readonly children?: ReactNode
}) {
  const { id, fileName, sha256 } = recording
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <div className="bound-recording">
        <RecordingPlate recording={recording} />
        <span className="bound-words">
          <b>
            <Link to="/recordings/$recordingId" params={{ recordingId: id }}>
              {fileName}
            </Link>
          </b>
          <small>{factsOf(recording)}</small>
          <small>
            摘要 <code>{sha256.slice(0, 16)}</code>
          </small>
        </span>
        <button type="button" className="button small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : '播放'}
          <span className="unseen">{fileName}</span>
        </button>
      </div>
      {isOpen && <RecordingPlayer recordingId={id} isSmall />}
      {children}
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
