import { Link } from '@tanstack/react-router'
import type { RecordingRow } from '#contract/recordings.ts'
import { fileSize } from '../../lib/file-size.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { lateWords } from './late-words.ts'
import { Poster } from './poster.tsx'

/** One recording: what it shows, when and by whom it was taken, and what is the matter with it. */
export function RecordingLine({ row }: { readonly row: RecordingRow }) {
  const facts = [
    dayAndTimeOf(row.capturedAt),
    row.officer?.name,
    row.device?.code,
    row.place,
    fileSize(row.size),
    row.source === 'docking-station' ? '采集站' : undefined,
  ].filter(Boolean)
  return (
    <li>
      <Link to="/recordings/$recordingId" params={{ recordingId: row.id }} className="recording-row" data-row>
        <Poster row={row} />
        <span className="recording-words">
          <b>{row.fileName}</b>
          <small>{facts.join(' · ')}</small>
          <Marks row={row} />
        </span>
        <span className="recording-bound">
          {row.bindings.length > 0 ? row.bindings.map(({ caseName }) => caseName).join('、') : '未关联案件'}
          {row.bindings.length === 0 && row.saidCase !== '' && <small>清单上写的案号：{row.saidCase}</small>}
        </span>
      </Link>
    </li>
  )
}

function Marks({ row }: { readonly row: RecordingRow }) {
  const late = lateWords(row)
  const { state, sentence } = row.rendition
  return (
    <>
      {late && <small className="late">{late}</small>}
      {row.doubts.map((doubt) => (
        <small key={doubt} className="soon">
          疑点：{doubt}
        </small>
      ))}
      {state === 'waiting' && <small>封面和时长正在制作…</small>}
      {sentence !== null && <small>{sentence}</small>}
    </>
  )
}
