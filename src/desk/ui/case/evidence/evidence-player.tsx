import { Link } from '@tanstack/react-router'
import type { Evidence, Exhibit } from '#domain/case/state.ts'
import { coveredPath, evidencePath } from '../../../lib/case/photograph-calls.ts'
import { playTime } from '../../../lib/play-time.ts'
import { RecordingPlayer } from '../../player/recording-player.tsx'
import { PdfFrame } from '../pdf-frame.tsx'
import { PhotographDesk } from './photograph-desk.tsx'

/** Shows the original in place; sound and pictures are read by range, so that a long recording can be searched at once. */
export function EvidencePlayer({ caseId, item }: { readonly caseId: string; readonly item: Evidence }) {
  if (item.covers) return <CoverPlayer item={item} covers={item.covers} />
  if (item.exhibit) return <ExhibitPlayer item={item} exhibit={item.exhibit} />
  const address = evidencePath(item.id)
  const media = item.mediaType ?? ''
  return (
    <div className="player">
      {media.startsWith('image/') ? (
        <PhotographDesk caseId={caseId} item={item} />
      ) : (
        <Shown address={address} media={media} title={item.title} />
      )}
      <p className="hint">
        {item.fileName} · <a href={address}>打开原件</a>
        {item.sm3 && <span className="digest">　SM3 {item.sm3}</span>}
      </p>
    </div>
  )
}

/** A covered version that was made evidence: what is shown, and that the original lies beside it. */
function CoverPlayer({ item, covers }: { readonly item: Evidence; readonly covers: NonNullable<Evidence['covers']> }) {
  return (
    <div className="player">
      <img src={coveredPath(covers.evidence, covers.derivative)} alt={item.title} loading="lazy" />
      <p className="hint">
        {item.fileName} · 这是遮盖版，原件是本案的另一项证据，没有改动
        {item.sm3 && <span className="digest">　SM3 {item.sm3}</span>}
      </p>
    </div>
  )
}

/** A place in a recording of the case, under a viewing of its own; a clip plays as it was made. */
function ExhibitPlayer({ item, exhibit }: { readonly item: Evidence; readonly exhibit: Exhibit }) {
  const { recording, derivative, fromMs, untilMs } = exhibit
  const span = fromMs === undefined ? undefined : { fromMs, untilMs: untilMs ?? fromMs }
  return (
    <div className="player">
      <RecordingPlayer recordingId={recording} derivative={derivative} span={derivative ? undefined : span} isSmall />
      <p className="hint">
        {item.fileName}
        {fromMs !== undefined &&
          ` · 原件 ${playTime(fromMs)}${untilMs === undefined ? '' : ` 到 ${playTime(untilMs)}`}`}{' '}
        ·{' '}
        <Link to="/recordings/$recordingId" params={{ recordingId: recording }}>
          打开这份音像记录
        </Link>
        {item.sm3 && <span className="digest">　SM3 {item.sm3}</span>}
      </p>
    </div>
  )
}

function Shown({
  address,
  media,
  title,
}: {
  readonly address: string
  readonly media: string
  readonly title: string
}) {
  // biome-ignore lint/a11y/useMediaCaption: evidence is shown as it was recorded; a transcript is evidence of its own
  if (media.startsWith('video/')) return <video src={address} controls preload="metadata" />
  // biome-ignore lint/a11y/useMediaCaption: the same
  if (media.startsWith('audio/')) return <audio src={address} controls preload="metadata" />
  if (media === 'application/pdf') return <PdfFrame path={address} title={title} />
  return <p className="muted">这种文件（{media || '未知种类'}）不能在这里显示，请打开原件。</p>
}
