import { fileSize } from '../../lib/file-size.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import type { Arrival } from './arrival.ts'

type Props = {
  readonly arrival: Arrival
  readonly onPause: () => void
  readonly onResume: () => void
  readonly onDiscard: () => void
  readonly onCapturedAt: (capturedAt: string) => void
}

/** One file on its way in, with how far it has come and when it was taken. */
export function ArrivalLine(props: Props) {
  const { fileName, size, sent, is, sentence } = props.arrival
  return (
    <li className="arrival" data-is={is}>
      <div className="arrival-name">
        <b>{fileName}</b>
        <span className="hint">{progressWords(props.arrival)}</span>
      </div>
      <TimeField {...props} />
      <ArrivalButtons {...props} />
      {is !== 'done' && <progress value={sent} max={size} aria-label={`${fileName}上传进度`} />}
      {sentence && (
        <p className="error-line" role="alert">
          {sentence}
        </p>
      )}
    </li>
  )
}

function TimeField({ arrival: { key, capturedAt, wrong }, onCapturedAt }: Props) {
  const errors = wrong === undefined ? [] : [{ sentence: wrong }]
  return (
    <div className="arrival-time">
      <DateField
        pointer={`captured-${key}`}
        title="拍摄时间"
        hasTime
        errors={errors}
        value={capturedAt}
        onChange={onCapturedAt}
      />
    </div>
  )
}

function ArrivalButtons({ arrival: { is, fileName }, onPause, onResume, onDiscard }: Props) {
  return (
    <div className="arrival-buttons">
      {is === 'sending' && (
        <button type="button" className="button small" onClick={onPause}>
          暂停
        </button>
      )}
      {(is === 'paused' || is === 'failed') && (
        <button type="button" className="button small" onClick={onResume}>
          继续
        </button>
      )}
      <button type="button" className="button plain small" onClick={onDiscard}>
        {is === 'done' ? '不登记' : '不传了'}
        <span className="unseen">{fileName}</span>
      </button>
    </div>
  )
}

function progressWords({ is, sent, size }: Arrival): string {
  if (is === 'done') return `已传完 · ${fileSize(size)}`
  const percent = size === 0 ? 0 : Math.floor((sent / size) * 100)
  return `${STATES[is]} ${percent}% · ${fileSize(sent)} / ${fileSize(size)}`
}

const STATES = { waiting: '排队', sending: '正在上传', paused: '已暂停', failed: '停下了' } as const
