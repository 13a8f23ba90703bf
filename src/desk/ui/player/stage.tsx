import type { ReactNode, RefObject } from 'react'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { isShownInline } from '#domain/evidence/inline-media.ts'

type Props = {
  readonly viewing: ViewingAnswer
  readonly element: RefObject<HTMLMediaElement | null>
  /** Of a clip or covered version instead of the original. */
  readonly derivative: string | undefined
  readonly hasFailed: boolean
  readonly children?: ReactNode
}

/** The picture or the sound itself, with what is drawn over it. */
export function Stage({ viewing, element, derivative, hasFailed, children }: Props) {
  const { recording, rendition } = viewing
  const source = sourceOf(viewing, derivative)
  if (source === undefined || hasFailed) return <Unplayable viewing={viewing} />
  if (recording.medium === 'photo') {
    return (
      <div className="stage">
        <div className="stage-picture">
          <img src={source} alt={recording.fileName} draggable={false} />
          {children}
        </div>
      </div>
    )
  }
  if (recording.medium === 'audio') {
    return (
      <div className="stage sound">
        {/* biome-ignore lint/a11y/useMediaCaption: a recording is heard as it is; a transcript is evidence of its own */}
        <audio key={source} ref={element as RefObject<HTMLAudioElement>} src={source} preload="metadata" />
      </div>
    )
  }
  const poster = rendition.hasPoster && derivative === undefined ? `/api/viewings/${viewing.id}/poster` : undefined
  return (
    <div className="stage">
      <div className="stage-picture">
        {/* biome-ignore lint/a11y/useMediaCaption: the same */}
        <video
          ref={element as RefObject<HTMLVideoElement>}
          src={source}
          poster={poster}
          preload="metadata"
          playsInline
        />
        {children}
      </div>
    </div>
  )
}

/** What a browser can play: the derivative, the web version, else the original if its kind is one that browsers know. */
export function sourceOf(
  { id, recording, rendition }: ViewingAnswer,
  derivative: string | undefined,
): string | undefined {
  if (derivative !== undefined) return `/api/viewings/${id}/derivatives/${derivative}`
  if (rendition.hasWeb) return `/api/viewings/${id}/web`
  return isShownInline(recording.mediaType) ? `/api/viewings/${id}/content` : undefined
}

function Unplayable({ viewing: { rendition, recording, mayCopy } }: { readonly viewing: ViewingAnswer }) {
  return (
    <div className="notice soon">
      <strong>这里放不出来</strong>
      {rendition.state === 'waiting'
        ? '网页版正在制作，做好以后刷新本页就能播放。'
        : (rendition.sentence ?? `浏览器不认识这种格式（${recording.mediaType}），也还没有网页版。`)}
      {mayCopy
        ? '原件完好保存；可以试试下载带水印的副本，或者在设备自带的程序里查看。'
        : '原件完好保存；需要的，请承办人员提供。'}
    </div>
  )
}
