import { fileSize } from '../../../lib/file-size.ts'
import type { UploadState } from '../../../lib/uploads.ts'

type Props = {
  readonly upload: UploadState
  readonly onPause: () => void
  readonly onResume: () => void
  readonly onDiscard: () => void
}

/** One file on its way, with how far it has come. */
export function UploadRow({ upload, onPause, onResume, onDiscard }: Props) {
  const percent = upload.size === 0 ? 0 : Math.floor((upload.sent / upload.size) * 100)
  return (
    <li className="upload">
      <div className="upload-name">
        <b>{upload.fileName}</b>
        <span className="hint">
          {fileSize(upload.sent)} / {fileSize(upload.size)} · {STATES[upload.is]} {percent}%
        </span>
      </div>
      <progress value={upload.sent} max={upload.size} aria-label={`${upload.fileName}上传进度`} />
      {upload.sentence && (
        <p className="error-line" role="alert">
          {upload.sentence}
        </p>
      )}
      <div className="buttons">
        {upload.is === 'sending' ? (
          <button type="button" className="button small" onClick={onPause}>
            暂停
          </button>
        ) : (
          <button type="button" className="button small" onClick={onResume}>
            继续
          </button>
        )}
        <button type="button" className="button plain small" onClick={onDiscard}>
          不传了
        </button>
      </div>
    </li>
  )
}

const STATES = { sending: '正在上传', paused: '已暂停', failed: '断开', done: '已传完' } as const
