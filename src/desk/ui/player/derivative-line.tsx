import { useState } from 'react'
import type { Derivative } from '#contract/derivatives.ts'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { fileSize } from '../../lib/file-size.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { playTime } from '../../lib/play-time.ts'
import { DownloadButton } from './download-button.tsx'
import { ExhibitForm } from './exhibit-form.tsx'
import { takenWords } from './taken-words.ts'

type Props = {
  readonly viewing: ViewingAnswer
  readonly derivative: Derivative
  readonly isShown: boolean
  readonly onShow: () => void
}

/** One clip or covered version: how it was made, of what, by whom and why; to be played, taken along, made evidence. */
export function DerivativeLine({ viewing, derivative, isShown, onShow }: Props) {
  const [isExhibiting, setExhibiting] = useState(false)
  const isReady = derivative.state === 'ready'
  const stem = viewing.recording.fileName.replace(/\.\w+$/, '')
  return (
    <li>
      <div className="mark-line">
        <button type="button" className="button small" aria-pressed={isShown} disabled={!isReady} onClick={onShow}>
          {isShown ? '正在看' : '看这个'}
        </button>
        <Made derivative={derivative} />
        {isReady && (
          <Acts
            viewing={viewing}
            derivative={derivative}
            isExhibiting={isExhibiting}
            onExhibit={() => setExhibiting(!isExhibiting)}
          />
        )}
      </div>
      {derivative.state === 'waiting' && <p className="hint">正在制作，做好会自己出现。</p>}
      {derivative.sentence && <p className="notice soon">{derivative.sentence}</p>}
      {isExhibiting && (
        <ExhibitForm
          cases={viewing.recording.cases}
          fileName={viewing.recording.fileName}
          taken={takenWords(viewing.recording)}
          of={{ derivative: derivative.id }}
          title={`${stem}（${derivative.kind === 'clip' ? '片段' : '遮盖'}）`}
          span={titleOf(derivative)}
          onDone={() => setExhibiting(false)}
        />
      )}
    </li>
  )
}

/** What it is, why and by whom it was made, and of what. */
export function Made({ derivative }: Pick<Props, 'derivative'>) {
  const { reason, by, askedAt, size, parentSha256, sha256 } = derivative
  const about = [reason, by, dayAndTimeOf(askedAt), size === null ? '' : fileSize(size)]
  return (
    <span>
      <b>{titleOf(derivative)}</b>
      <small className="muted">{about.filter(Boolean).join(' · ')}</small>
      <small className="digest">
        由 {parentSha256.slice(0, 12)}… 做出{sha256 && `，SHA-256 ${sha256.slice(0, 12)}…`}
      </small>
    </span>
  )
}

type ActsProps = Pick<Props, 'viewing' | 'derivative'> & {
  readonly isExhibiting: boolean
  readonly onExhibit: () => void
}

function Acts({ viewing, derivative, isExhibiting, onExhibit }: ActsProps) {
  const { recording, mayWork, mayCopy } = viewing
  return (
    <span className="buttons">
      {mayWork && recording.cases.length > 0 && (
        <button type="button" className="button small" aria-expanded={isExhibiting} onClick={onExhibit}>
          作为证据<span className="unseen">：{titleOf(derivative)}</span>
        </button>
      )}
      {mayCopy && <DownloadButton recordingId={recording.id} derivative={derivative.id} />}
    </span>
  )
}

export function titleOf({ recipe }: Pick<Derivative, 'recipe'>): string {
  if (recipe.kind === 'clip') return `片段 ${playTime(recipe.fromMs)} 到 ${playTime(recipe.untilMs)}`
  const parts = [
    recipe.boxes.length > 0 ? `${recipe.boxes.length} 个框` : '',
    recipe.muted.length > 0 ? `${recipe.muted.length} 段静音` : '',
  ]
  return `遮盖：${parts.filter(Boolean).join('，')}`
}
