import type { RefObject } from 'react'
import type { Derivative } from '#contract/derivatives.ts'
import type { Mark } from '#contract/marks.ts'
import type { ViewingAnswer } from '#contract/viewings.ts'
import { TabPanel } from '../tabs/tab-panel.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { DerivativesPanel } from './derivatives-panel.tsx'
import { MarksPanel } from './marks-panel.tsx'
import type { Selection } from './timeline.tsx'
import { TrailPanel } from './trail-panel.tsx'
import type { Playback } from './use-playback.ts'
import type { RedactionDraft } from './use-redaction.ts'

export type PlayerTab = 'marks' | 'derivatives' | 'compare' | 'trail'

const TITLES: Readonly<Record<PlayerTab, string>> = {
  marks: '标记',
  derivatives: '片段和遮盖',
  compare: '对照',
  trail: '谁看过',
}

type Props = {
  readonly tab: PlayerTab
  readonly onTab: (tab: PlayerTab) => void
  readonly viewing: ViewingAnswer
  readonly playback: Playback
  readonly marks: readonly Mark[]
  readonly derivatives: readonly Derivative[]
  readonly shown: string | undefined
  readonly onShow: (id: string | undefined) => void
  readonly selection: Selection | undefined
  readonly onSelect: (selection: Selection | undefined) => void
  readonly draft: RedactionDraft
  readonly isCovering: boolean
  readonly onCovering: (isCovering: boolean) => void
  readonly markField: RefObject<HTMLInputElement | null>
}

/** What is said about a recording, made from it, laid beside it, and who saw it. */
export function PlayerTabs(props: Props) {
  const { tab, onTab, viewing, marks, derivatives } = props
  const counts: Partial<Record<PlayerTab, number>> = {
    marks: marks.filter(({ withdrawn }) => !withdrawn).length,
    derivatives: derivatives.length,
  }
  const names = (Object.keys(TITLES) as PlayerTab[]).filter(
    (name) => (name !== 'trail' || viewing.mayWork) && (name !== 'compare' || viewing.recording.cases.length > 0),
  )
  return (
    <div className="player-tabs">
      <TabPanel
        leavesArrows
        label="这份音像记录"
        tabs={names.map((name) => ({ name, title: TITLES[name], count: counts[name] }))}
        chosen={tab}
        onChoose={onTab}
      >
        <Shown {...props} />
      </TabPanel>
    </div>
  )
}

function Shown(props: Props) {
  const { tab, viewing, playback, marks, selection, onSelect, markField } = props
  if (tab === 'derivatives') return <DerivativesPanel {...props} />
  if (tab === 'compare') return <ComparePanel viewing={viewing} playback={playback} />
  if (tab === 'trail') return <TrailPanel recordingId={viewing.recording.id} />
  return (
    <MarksPanel
      viewing={viewing}
      marks={marks}
      playback={playback}
      selection={selection}
      onSelect={onSelect}
      field={markField}
    />
  )
}
