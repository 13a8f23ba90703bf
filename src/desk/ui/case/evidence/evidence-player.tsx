import type { Evidence } from '#domain/case/state.ts'
import { PdfFrame } from '../pdf-frame.tsx'

/** Shows the original in place; sound and pictures are read by range, so that a long recording can be searched at once. */
export function EvidencePlayer({ item }: { readonly item: Evidence }) {
  const address = `/api/evidence/${encodeURIComponent(item.id)}/content`
  const media = item.mediaType ?? ''
  return (
    <div className="player">
      <Shown address={address} media={media} title={item.title} />
      <p className="hint">
        {item.fileName} · <a href={address}>打开原件</a>
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
  if (media.startsWith('image/')) return <img src={address} alt={title} loading="lazy" />
  // biome-ignore lint/a11y/useMediaCaption: evidence is shown as it was recorded; a transcript is evidence of its own
  if (media.startsWith('video/')) return <video src={address} controls preload="metadata" />
  // biome-ignore lint/a11y/useMediaCaption: the same
  if (media.startsWith('audio/')) return <audio src={address} controls preload="metadata" />
  if (media === 'application/pdf') return <PdfFrame path={address} title={title} />
  return <p className="muted">这种文件（{media || '未知种类'}）不能在这里显示，请打开原件。</p>
}
