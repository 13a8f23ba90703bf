import './player.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseRecording } from '#contract/case-recordings.ts'
import type { CaseState } from '#domain/case/state.ts'
import { MEDIUM_TITLES } from '#domain/recording/medium.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { playTime } from '../../lib/play-time.ts'
import { caseRecordingsQuery } from '../../lib/player-calls.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { RecordingPlayer } from './recording-player.tsx'

/** The recordings of a case by scene, each played in place beside whatever is being read. */
export function BoundRecordings({ state }: { readonly state: CaseState }) {
  const { data, error } = useQuery(caseRecordingsQuery(state.id))
  const [open, setOpen] = useState<string>()
  if (error) return <p className="notice soon">{sentenceOf(error)}</p>
  if (!data) return <p className="hint">正在读取…</p>
  if (data.bound.length === 0) return <p className="muted none-yet">这件案件还没有归集音像记录。</p>
  return (
    <ol className="marks" aria-label="音像记录">
      {data.bound.map((one) => (
        <li key={one.id}>
          <div className="mark-line">
            <button
              type="button"
              className="button small"
              aria-expanded={open === one.id}
              onClick={() => setOpen(open === one.id ? undefined : one.id)}
            >
              {open === one.id ? '收起' : '播放'}
              <span className="unseen">{one.fileName}</span>
            </button>
            <span>
              <b>{scenesOf(state, one.id) || one.fileName}</b>
              <small className="muted">{aboutOf(one)}</small>
            </span>
            <Link to="/recordings/$recordingId" params={{ recordingId: one.id }}>
              详细
            </Link>
          </div>
          {open === one.id && <RecordingPlayer recordingId={one.id} hasKeys isSmall />}
        </li>
      ))}
    </ol>
  )
}

function scenesOf(state: CaseState, id: string): string {
  const bound = (state.recordings ?? []).filter(({ recording }) => recording === id)
  return [...new Set(bound.map(({ scene }) => sceneOf(scene).title))].join('、')
}

function aboutOf({ fileName, medium, capturedAt, officer, place, durationMs }: CaseRecording): string {
  const length = durationMs === null ? '' : playTime(durationMs)
  return [MEDIUM_TITLES[medium], length, dayAndTimeOf(capturedAt), officer, place, fileName].filter(Boolean).join(' · ')
}
