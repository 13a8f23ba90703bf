import './recording-side.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseRecording } from '#contract/case-recordings.ts'
import type { CaseState } from '#domain/case/state.ts'
import { MEDIUM_TITLES } from '#domain/recording/medium.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { caseRecordingsQuery } from '../../lib/case/recordings-of-case.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { playTime } from '../../lib/play-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { RecordingPlayer } from './recording-player.tsx'

/** The recordings of a case beside its text: one plays above, all of them stand below by scene. To open one is a record. */
export function RecordingSide({ state }: { readonly state: CaseState }) {
  const { data, error } = useQuery(caseRecordingsQuery(state.id))
  const [open, setOpen] = useState<string>()
  const bound = data?.bound ?? []
  const shown = bound.find(({ id }) => id === open)
  return (
    <section className="recording-side" aria-label="音像记录">
      <h2>
        音像记录 <b>{data ? `${bound.length} 份` : ''}</b>
      </h2>
      {error && <p className="notice soon">{sentenceOf(error)}</p>}
      {!data && !error && <p className="hint">正在读取…</p>}
      {data && bound.length === 0 && <p className="muted none-yet">这件案件还没有归集音像记录。</p>}
      {bound.length > 0 && !shown && <p className="hint">选一份，就在这里播放；谁看过什么会记下来。</p>}
      {shown && (
        <div className="recording-shown">
          <RecordingPlayer key={shown.id} recordingId={shown.id} hasKeys isSmall />
          <p className="hint">
            <Link to="/recordings/$recordingId" params={{ recordingId: shown.id }}>
              打开这份音像记录
            </Link>
            ，看标记、对照和谁看过
          </p>
        </div>
      )}
      <ol aria-label="本案的音像记录">
        {bound.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="recording-choice"
              aria-pressed={one.id === open}
              onClick={() => setOpen(one.id === open ? undefined : one.id)}
            >
              <span className="recording-act">{one.id === open ? '收起' : '播放'}</span>
              <span>
                <b>{scenesOf(state, one.id) || one.fileName}</b>
                <small>{aboutOf(one)}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
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
