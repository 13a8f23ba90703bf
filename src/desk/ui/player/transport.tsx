import { useId } from 'react'
import { playTime } from '../../lib/play-time.ts'
import { type Playback, RATES } from './use-playback.ts'

/** One frame at the usual twenty-five a second. */
export const FRAME_MS = 40
export const JUMP_MS = 5000

/** Play, jump, step and speed; each has its key beside it in the list of keys. */
export function Transport({ playback, hasFrames }: { readonly playback: Playback; readonly hasFrames: boolean }) {
  const id = useId()
  const { isPlaying, positionMs, durationMs, rate, toggle, step, setRate } = playback
  return (
    <div className="transport">
      <button type="button" className="button solid small" onClick={toggle}>
        {isPlaying ? '暂停' : '播放'}
      </button>
      <span className="transport-time">
        <b>{playTime(positionMs)}</b> / {playTime(durationMs)}
      </span>
      <span className="transport-steps">
        <button type="button" className="button plain small" onClick={() => step(-JUMP_MS)}>
          退 5 秒
        </button>
        {hasFrames && (
          <>
            <button type="button" className="button plain small" onClick={() => step(-FRAME_MS)}>
              上一帧
            </button>
            <button type="button" className="button plain small" onClick={() => step(FRAME_MS)}>
              下一帧
            </button>
          </>
        )}
        <button type="button" className="button plain small" onClick={() => step(JUMP_MS)}>
          进 5 秒
        </button>
      </span>
      <span className="transport-rate">
        <label htmlFor={id} className="hint">
          速度
        </label>
        <select
          id={id}
          className="control small"
          value={rate}
          onChange={(event) => setRate(Number(event.target.value))}
        >
          {RATES.map((one) => (
            <option key={one} value={one}>
              {one} 倍
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
