import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { timeOf } from '../../lib/office-time.ts'
import { derivativesQuery, marksQuery, waveformQuery } from '../../lib/player-calls.ts'
import { BoxLayer } from './box-layer.tsx'
import { DigestBadge } from './digest-badge.tsx'
import { DownloadButton } from './download-button.tsx'
import { type PlayerTab, PlayerTabs } from './player-tabs.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { Stage } from './stage.tsx'
import { type Selection, Timeline } from './timeline.tsx'
import { FRAME_MS, JUMP_MS, Transport } from './transport.tsx'
import { type Playback, usePlayback } from './use-playback.ts'
import { usePlayerKeys } from './use-player-keys.ts'
import { useRedaction } from './use-redaction.ts'

type Props = {
  readonly viewing: ViewingAnswer
  readonly span: Selection | undefined
  readonly derivative: string | undefined
  readonly hasKeys: boolean
  readonly isSmall: boolean
  readonly onReopen: () => void
}

/** The player: picture or sound, what moves it, and what is said and made about it. */
export function PlayerDesk(props: Props) {
  const { viewing, isSmall, onReopen } = props
  const { recording } = viewing
  const player = usePlayer(props)
  const { playback, draft, shown, isCovering } = player
  return (
    <section className={isSmall ? 'player-desk small' : 'player-desk'} aria-label={`播放：${recording.fileName}`}>
      <Stage viewing={viewing} element={playback.element} derivative={shown} hasFailed={playback.hasFailed}>
        {isCovering && (
          <BoxLayer
            boxes={draft.boxes}
            chosen={draft.chosen}
            positionMs={playback.positionMs}
            onChoose={draft.choose}
            onDraw={draft.draw}
            onChange={draft.change}
          />
        )}
      </Stage>
      {playback.hasFailed && (
        <button type="button" className="button small" onClick={onReopen}>
          重新打开
        </button>
      )}
      {recording.medium !== 'photo' && <Timed viewing={viewing} player={player} isSmall={isSmall} />}
      {!isSmall && <Foot viewing={viewing} />}
      {!isSmall && <PlayerTabs viewing={viewing} {...player} />}
    </section>
  )
}

type Player = ReturnType<typeof usePlayer>

/** All that the player keeps in mind. */
function usePlayer({ viewing, span, derivative, hasKeys, isSmall }: Props) {
  const { recording, rendition } = viewing
  const [shown, onShow] = useState(derivative)
  const [selection, onSelect] = useState(span)
  const [tab, onTab] = useState<PlayerTab>('marks')
  const [isCovering, setCovering] = useState(false)
  const draft = useRedaction()
  const playback = usePlayback(rendition.durationMs ?? 0, shown === undefined ? (span?.fromMs ?? 0) : 0, shown)
  const markField = useRef<HTMLInputElement>(null)
  const { data: marks } = useQuery({ ...marksQuery(recording.id), enabled: !isSmall })
  const { data: made } = useQuery({ ...derivativesQuery(recording.id), enabled: !isSmall })
  useSilence(playback, draft.muted)
  usePlayerKeys(
    keysOf(playback, () => goTo(onTab, markField)),
    hasKeys && recording.medium !== 'photo',
  )
  const onCovering = (isOn: boolean) => {
    setCovering(isOn)
    playback.pause()
  }
  const lists = { marks: marks?.marks ?? [], derivatives: made?.derivatives ?? [] }
  return {
    ...lists,
    playback,
    draft,
    shown,
    onShow,
    selection,
    onSelect,
    tab,
    onTab,
    isCovering,
    onCovering,
    markField,
  }
}

type PartProps = { readonly viewing: ViewingAnswer; readonly player: Player; readonly isSmall: boolean }

function Timed({ viewing, player, isSmall }: PartProps) {
  const { playback, shown, marks, draft, selection, onSelect } = player
  const { data: peaks } = useQuery(waveformQuery(viewing.id, viewing.rendition.hasWaveform))
  const mayChoose = viewing.mayWork && !isSmall
  // Waveform, pictures and marks are of the original; a copy has its own time.
  const ofOriginal =
    shown === undefined
      ? {
          peaks,
          strip: viewing.rendition.hasStrip ? `/api/viewings/${viewing.id}/strip` : undefined,
          marks: marks.filter(({ withdrawn }) => !withdrawn),
        }
      : { peaks: undefined, strip: undefined, marks: [] }
  return (
    <>
      <Timeline
        {...ofOriginal}
        playback={playback}
        muted={draft.muted}
        selection={selection}
        onSelect={mayChoose ? onSelect : undefined}
      />
      <Transport playback={playback} hasFrames={viewing.recording.medium === 'video'} />
      {mayChoose && <SelectionBar playback={playback} selection={selection} onSelect={onSelect} />}
    </>
  )
}

function Foot({ viewing }: Pick<PartProps, 'viewing'>) {
  return (
    <div className="player-foot">
      <DigestBadge recording={viewing.recording} />
      <span className="buttons">
        <span className="hint">
          凭“{viewing.ground}”查看，已记下；{timeOf(viewing.expiresAt)} 以前有效
        </span>
        {viewing.mayCopy && <DownloadButton recordingId={viewing.recording.id} />}
      </span>
    </div>
  )
}

/** The mark field is where M leads. */
function goTo(setTab: (tab: PlayerTab) => void, field: { readonly current: HTMLInputElement | null }): void {
  setTab('marks')
  requestAnimationFrame(() => field.current?.focus())
}

function keysOf(playback: Playback, onMark: () => void) {
  return {
    ' ': playback.toggle,
    arrowleft: () => playback.step(-JUMP_MS),
    arrowright: () => playback.step(JUMP_MS),
    'shift+arrowleft': () => playback.step(-FRAME_MS),
    'shift+arrowright': () => playback.step(FRAME_MS),
    ',': () => playback.faster(-1),
    '.': () => playback.faster(1),
    m: onMark,
  }
}

/** What will be silent is silent already while the redaction is being made. */
function useSilence({ element, positionMs }: Playback, muted: readonly Selection[]): void {
  const isSilent = muted.some(({ fromMs, untilMs }) => positionMs >= fromMs && positionMs < untilMs)
  useEffect(() => {
    if (element.current) element.current.muted = isSilent
  }, [element, isSilent])
}
