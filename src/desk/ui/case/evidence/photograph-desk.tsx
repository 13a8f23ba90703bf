import '../../player/player.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Photograph, PhotographsAnswer } from '#contract/photographs.ts'
import type { Evidence } from '#domain/case/state.ts'
import { isShownInline } from '#domain/evidence/inline-media.ts'
import {
  coveredPath,
  coverPath,
  evidencePath,
  photographsQuery,
  previewPath,
} from '../../../lib/case/photograph-calls.ts'
import { BoxLayer } from '../../player/box-layer.tsx'
import { RedactionForm } from '../../player/redaction-form.tsx'
import { type RedactionDraft, useRedaction } from '../../player/use-redaction.ts'
import { CoveredList } from './covered-list.tsx'

type Props = { readonly caseId: string; readonly item: Evidence }

/** A photograph of the evidence: the original or a covered version of it, and the way to make one. */
export function PhotographDesk({ caseId, item }: Props) {
  const { data } = useQuery(photographsQuery(caseId))
  const queries = useQueryClient()
  const [shown, setShown] = useState<string>()
  const [isCovering, setCovering] = useState(false)
  const draft = useRedaction()
  const photograph = data?.photographs.find(({ id }) => id === item.id)
  const leave = () => {
    draft.clear()
    setCovering(false)
  }
  const keep = (answer: PhotographsAnswer) => {
    queries.setQueryData(photographsQuery(caseId).queryKey, answer)
    leave()
  }
  return (
    <div className="photograph-desk">
      <Picture item={item} photograph={photograph} shown={shown} draft={isCovering ? draft : undefined} />
      {shown !== undefined && (
        <p className="notice">
          现在看的是遮盖版，不是原件。
          <button type="button" className="button plain small" onClick={() => setShown(undefined)}>
            回到原件
          </button>
        </p>
      )}
      {photograph && data?.mayCover && !isCovering && (
        <CoverButton
          photograph={photograph}
          onCover={() => {
            setShown(undefined)
            setCovering(true)
          }}
        />
      )}
      {isCovering && (
        <RedactionForm<PhotographsAnswer>
          covered={{ medium: 'photo', hasSound: false, path: coverPath(item.id) }}
          draft={draft}
          selection={undefined}
          of={undefined}
          onDone={keep}
          onLeave={leave}
        />
      )}
      {photograph && photograph.derivatives.length > 0 && (
        <CoveredList
          caseId={caseId}
          photograph={photograph}
          shown={shown}
          mayWork={data?.mayCover ?? false}
          onShow={(id) => setShown(id === shown ? undefined : id)}
        />
      )}
    </div>
  )
}

type PictureProps = {
  readonly item: Evidence
  readonly photograph: Photograph | undefined
  readonly shown: string | undefined
  /** While boxes are drawn. */
  readonly draft: RedactionDraft | undefined
}

function Picture({ item, photograph, shown, draft }: PictureProps) {
  const source = shown === undefined ? originalOf(item, photograph, draft !== undefined) : coveredPath(item.id, shown)
  if (source === undefined)
    return <p className="muted">这张照片的预览{WAITING[photograph?.preview.state ?? 'waiting']}。</p>
  return (
    <div className="stage">
      <div className="stage-picture">
        <img src={source} alt={shown === undefined ? item.title : `${item.title}（遮盖）`} draggable={false} />
        {draft && (
          <BoxLayer
            boxes={draft.boxes}
            chosen={draft.chosen}
            positionMs={0}
            onChoose={draft.choose}
            onDraw={draft.draw}
            onChange={draft.change}
          />
        )}
      </div>
    </div>
  )
}

/** The file itself where browsers know its kind; boxes are drawn on the picture that the office has drawn. */
function originalOf(item: Evidence, photograph: Photograph | undefined, isDrawnOn: boolean): string | undefined {
  if (!isDrawnOn && isShownInline(item.mediaType ?? '')) return evidencePath(item.id)
  return photograph?.preview.state === 'ready' ? previewPath(item.id) : undefined
}

const WAITING: Readonly<Record<Photograph['preview']['state'], string>> = {
  none: '还没有做，请下载原件查看',
  waiting: '正在制作，做好会自己出现',
  ready: '',
  failed: '没有做成，请下载原件查看',
  skipped: '还没有做（服务器没有安装 ffmpeg），请下载原件查看',
}

/** Boxes are drawn on the picture that the office has drawn; without it there is nothing to draw on, and that is said. */
function CoverButton({ photograph, onCover }: { readonly photograph: Photograph; readonly onCover: () => void }) {
  const { state, sentence } = photograph.preview
  return (
    <div className="buttons">
      <button type="button" className="button small" disabled={state !== 'ready'} onClick={onCover}>
        遮盖画面
      </button>
      {state !== 'ready' && (
        <span className="hint">
          {state === 'waiting' ? '正在准备画面，稍等就能遮盖。' : (sentence ?? '没有做出可以画框的画面。')}
        </span>
      )}
    </div>
  )
}
