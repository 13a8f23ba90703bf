import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { ViewedRecordingAnswer } from '#contract/viewings.ts'
import { playTime } from '../../lib/play-time.ts'
import { viewingQuery } from '../../lib/player-calls.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { offsetOf, planStep, type StepPlan } from './in-step.ts'
import { Stage } from './stage.tsx'
import type { Playback } from './use-playback.ts'

type Props = {
  readonly other: ViewedRecordingAnswer['siblings'][number]
  readonly capturedAt: string
  readonly playback: Playback
}

/** The second recording under the first, at the instant at which the first stands; device clocks differ, so it can be shifted. */
export function ComparedRecording({ other, capturedAt, playback }: Props) {
  const id = useId()
  const { data: viewing, error } = useQuery(viewingQuery(other.id))
  const element = useRef<HTMLMediaElement>(null)
  const [shiftSeconds, setShift] = useState(0)
  const offsetMs = offsetOf(capturedAt, other.capturedAt) + shiftSeconds * 1000
  const plan = useInStep(element, playback, offsetMs, viewing?.rendition.durationMs ?? null)
  if (error) return <p className="notice soon">{sentenceOf(error)}</p>
  if (!viewing) return <p className="hint">正在打开…</p>
  return (
    <div className="compared">
      <Stage viewing={viewing} element={element} derivative={undefined} hasFailed={false} />
      {other.medium !== 'photo' && (
        <div className="buttons">
          <output className="hint">{wordsOf(plan)}</output>
          <label htmlFor={id}>另一份再提前（秒）</label>
          <input
            id={id}
            type="number"
            step={0.5}
            className="control small"
            value={shiftSeconds}
            onChange={(event) => setShift(Number(event.target.value) || 0)}
          />
        </div>
      )}
    </div>
  )
}

function useInStep(
  element: RefObject<HTMLMediaElement | null>,
  { positionMs, isPlaying, rate }: Playback,
  offsetMs: number,
  knownMs: number | null,
): StepPlan | undefined {
  const [plan, setPlan] = useState<StepPlan>()
  useEffect(() => {
    const media = element.current
    if (!media) return
    const otherLengthMs = Number.isFinite(media.duration)
      ? media.duration * 1000
      : (knownMs ?? Number.POSITIVE_INFINITY)
    const next = planStep({ positionMs, isPlaying, offsetMs, otherMs: media.currentTime * 1000, otherLengthMs })
    setPlan((old) => (wordsOf(old) === wordsOf(next) ? old : next))
    follow(media, next, isPlaying, rate)
  }, [element, positionMs, isPlaying, rate, offsetMs, knownMs])
  return plan
}

function follow(media: HTMLMediaElement, plan: StepPlan, isPlaying: boolean, rate: number): void {
  // Two voices of the same room at once are understood less well than one.
  media.muted = true
  media.playbackRate = rate
  if (plan.is === 'there' && plan.mustSeek) media.currentTime = plan.atMs / 1000
  const shouldPlay = isPlaying && plan.is === 'there'
  if (shouldPlay && media.paused) void media.play().catch(() => undefined)
  if (!shouldPlay && !media.paused) media.pause()
}

function wordsOf(plan: StepPlan | undefined): string {
  if (plan?.is === 'before') return `另一份要再过 ${playTime(plan.inMs)} 才开始`
  if (plan?.is === 'after') return '另一份到这时已经结束'
  return '按拍摄时间同步，只放本份的声音'
}
