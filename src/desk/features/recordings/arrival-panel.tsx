import { unfinishedUploads } from '../../lib/uploads.ts'
import { whyNotYet } from './arrival.ts'
import { ArrivalLine } from './arrival-line.tsx'
import {
  addFiles,
  changeArrival,
  discardArrival,
  pauseArrival,
  RECORDING_SCOPE,
  resumeArrival,
} from './arrival-store.ts'
import { BatchFields } from './batch-fields.tsx'
import { RecordingPick } from './recording-pick.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useBatch } from './use-batch.ts'

/** Where files are brought in: drop them, say once what holds for all, look at the times, register. */
export function ArrivalPanel() {
  const { batch, set, devices, people } = useBatch()
  const { arrivals, failure, isBusy, register } = useArrivals(batch)
  const done = arrivals.filter(({ is }) => is === 'done').length
  const reason = whyNotYet(arrivals)
  return (
    <section className="arrivals" aria-label="存入音像记录">
      <RecordingPick
        unfinished={unfinishedUploads(RECORDING_SCOPE, arrivals)}
        onFiles={(files) => addFiles(files, batch)}
      />
      {arrivals.length > 0 && (
        <>
          <BatchFields batch={batch} devices={devices} people={people} onChange={set} />
          <ul aria-label="要登记的文件" className="arrival-list">
            {arrivals.map((arrival) => (
              <ArrivalLine
                key={arrival.key}
                arrival={arrival}
                onPause={() => pauseArrival(arrival.key)}
                onResume={() => resumeArrival(arrival.key)}
                onDiscard={() => discardArrival(arrival.key)}
                onCapturedAt={(capturedAt) => changeArrival(arrival.key, { capturedAt, wrong: undefined })}
              />
            ))}
          </ul>
          {failure && (
            <p className="notice late" role="alert">
              {failure}
            </p>
          )}
          <div className="buttons">
            <button
              type="button"
              className="button primary"
              disabled={reason !== undefined || isBusy}
              aria-describedby="arrival-reason"
              onClick={() => void register()}
            >
              登记{done > 0 ? ` ${done} 件` : ''}
            </button>
            <p className="hint" id="arrival-reason">
              {reason ?? '登记以后原件和拍摄时间不能再改，请先看一遍拍摄时间。'}
            </p>
          </div>
        </>
      )}
    </section>
  )
}
